import type { Happening, WirePerson } from '../../../playground/page/wire.ts';
import { actors, directOf } from '../state/reading.ts';
import type { Route } from '../state/use-route.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';

/** One thing to try. */
export interface Step {
  readonly words: string;
  readonly button: string;
  readonly isDone: boolean;
  readonly to: Route;
  /** What to put into the composer there. */
  readonly draft?: string;
}

/** A ticket's life in five steps, for the people that this workspace has; none where it lacks them. */
export function stepsFor(state: WorkspaceState): readonly Step[] {
  const people = actors(state);
  const asker = people.find(({ role }) => role === 'employee');
  const agent = people.find(({ role }) => role.startsWith('agent'));
  const asked = asker && directOf(state, asker.id);
  if (!asker || !agent || !asked) return [];
  const triage = [...state.channels.values()].find(
    ({ name, members }) => /triage/.test(name) && members.includes(agent.id),
  );
  const [a, b] = [first(asker), first(agent)];
  const atAgent = {
    button: `Switch to ${b}`,
    to: { as: agent.id, place: triage?.id ?? directOf(state, agent.id) ?? '' },
  };
  const atAsker = { button: `Switch to ${a}`, to: { as: asker.id, place: asked } };
  const place = triage ? `#${triage.name}` : 'his messages';
  const isDone = (...flows: string[]) => state.happenings.some((one) => isThis(one, flows));
  return [
    {
      words: `As ${a}, tell the desk what is wrong.`,
      isDone: state.happenings.some(({ tickets, outcome }) => tickets.length > 0 && outcome === 'done'),
      ...atAsker,
      button: `Write as ${a}`,
      draft: 'The VPN is down and I can’t work',
    },
    { words: `As ${b}, click Claim in ${place}.`, isDone: isDone('ticket.claim'), ...atAgent },
    { words: `Click Reply and answer ${a}.`, isDone: isDone('ticket.reply', 'ticket.send'), ...atAgent },
    { words: 'Click Resolve and say how.', isDone: isDone('ticket.resolve'), ...atAgent },
    { words: `As ${a}, confirm: It’s fixed.`, isDone: isDone('ticket.confirm'), ...atAsker },
  ];
}

/** A button that opens a form has not yet done what the form will do. */
function isThis({ flow, kind, outcome }: Happening, flows: readonly string[]): boolean {
  const opensForm = flow === 'ticket.reply' || flow === 'ticket.resolve';
  return flow !== undefined && flows.includes(flow) && outcome === 'done' && (!opensForm || kind === 'form');
}

function first({ realName }: WirePerson): string {
  return realName.split(' ')[0] ?? realName;
}
