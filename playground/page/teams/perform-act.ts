import { isObject, objectsIn } from '../../slack/json.ts';
import type { Outcome } from '../../teams/acting/clicking.ts';
import { faultsOfCard } from '../../teams/cards/check-card.ts';
import type { TeamsMessage } from '../../teams/model.ts';
import type { TeamsTenant } from '../../teams/teams-tenant.ts';
import { taken } from '../taken.ts';
import type { TeamsAct } from './acts.ts';
import { toWireFound } from './to-wire.ts';
import type { TeamsAnswer } from './wire.ts';

type Doing<What extends TeamsAct['do']> = Extract<TeamsAct, { do: What }>;

/**
 * Does what somebody did on the page, in the emulated tenant.
 * @throws Error when Teams would not let them, in words for the person
 */
export async function performTeamsAct(act: TeamsAct, tenant: TeamsTenant): Promise<TeamsAnswer> {
  switch (act.do) {
    case 'say':
      return said(act, tenant);
    case 'edit':
      return taken((await tenant.edits(act.as, act.place, act.post, act.text)).deliveries);
    case 'delete':
      return taken((await tenant.deletes(act.as, act.place, act.post)).deliveries);
    case 'undelete':
      return taken((await tenant.undeletes(act.as, act.place, act.post)).deliveries);
    case 'react':
      return taken((await tenant.reacts(act.as, act.place, seen(tenant, act), act.reaction)).deliveries);
    case 'unreact':
      return taken((await tenant.unreacts(act.as, act.place, seen(tenant, act), act.reaction)).deliveries);
    case 'click':
      return came(await tenant.clicksAt(act.as, seen(tenant, act), act.path, act.values ?? {}));
    case 'submit':
      return came(await tenant.submits(act.as, act.values));
    case 'close':
      tenant.closes(act.as);
      return {};
    case 'search':
      return searched(act, tenant);
    case 'raise':
      return came(await tenant.runs(act.as, act.place, 'raise_issue', { message: seen(tenant, act) }));
    case 'new issue':
      mustBeIn(tenant, act);
      return came(await tenant.runs(act.as, act.place, 'new_issue'));
  }
}

async function said(act: Doing<'say'>, tenant: TeamsTenant): Promise<TeamsAnswer> {
  const { files = [], cards = [], thread: threadId, quotes } = act;
  if (act.text.trim() === '' && files.length + cards.length === 0) throw new Error('There is nothing to send yet.');
  const faults = cards.flatMap(faultsOfCard);
  if (faults.length > 0) throw new Error(`Teams cannot draw that card: ${faults.join('; ')}`);
  const { deliveries } = await tenant.says(act.as, act.place, act.text, {
    files: files.map(({ name, base64 }) => ({
      name,
      content: Buffer.from(base64, 'base64'),
      inline: /\.(png|jpe?g|gif)$/i.test(name),
    })),
    cards: cards.filter(isObject),
    ...(threadId === undefined ? {} : { threadId }),
    ...(quotes === undefined ? {} : { quotes }),
  });
  return taken(deliveries);
}

async function searched(act: Doing<'search'>, tenant: TeamsTenant): Promise<TeamsAnswer> {
  mustBeIn(tenant, act);
  const search = { commandId: 'search_tickets', parameter: 'query', text: act.text.trim() };
  const { results, notice, trouble } = await tenant.searches(act.as, act.place, search);
  return { found: objectsIn(results).map(toWireFound), ...shown({ notice, trouble }) };
}

/** What the person cannot see, they cannot use. */
function mustBeIn(tenant: TeamsTenant, { as, place }: { as: string; place: string }): void {
  const person = tenant.person(as);
  if (tenant.membersOf(place).some(({ id }) => id === person.id)) return;
  throw new Error(`${person.realName} is not in there.`);
}

function seen(tenant: TeamsTenant, at: { as: string; place: string; post: string }): TeamsMessage {
  mustBeIn(tenant, at);
  const message = tenant.message(at.place, at.post);
  if (!message) throw new Error('That message is no longer there.');
  return message;
}

function came({ notice, trouble }: Outcome): TeamsAnswer {
  return shown({ notice, trouble });
}

/** Nothing is shown where the bot says nothing. */
function shown({ notice, trouble }: { notice?: string | undefined; trouble?: string | undefined }): TeamsAnswer {
  return { ...(notice ? { notice } : {}), ...(trouble ? { trouble } : {}) };
}
