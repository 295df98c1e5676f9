import { reply } from '../src/tickets/moves/talking.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import { sentCard } from '../src/views/sent-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { offerPromise } from './promise-update.ts';
import { offerTranslation } from './send-translation.ts';

/** What an agent wrote among agents goes to the requester after all. A second click finds it sent. */
export const sendNote: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [key = '', remarkId = ''] = turn.event.value.split(' ');
  const before = await desk.tickets.get(key, doer.actor);
  requirePermission(doer.actor, 'reply', before);
  const remark = await desk.remarks.find(remarkId);
  if (!remark || remark.ticket !== key || remark.deletedAt) throw new Refusal({ kind: 'notFound', key });
  if (remark.visibility === 'internal') await desk.remarks.change(remarkId, { visibility: 'public' });
  const ticket = await desk.tickets.changeByDesk(key, person.id, `send:${remarkId}`, reply(remarkId));
  await desk.courier.said(key);
  await turn.replace(sentCard(ticket, await contextFor(desk, person, [ticket])));
  await offerPromise(turn, desk, { person }, ticket, remark.text);
  offerTranslation(turn, desk, person, ticket, remark);
};
