import type { Happening } from '../../../playground/page/wire.ts';
import { directOf, firstName } from '../state/reading.ts';
import type { Route } from '../state/route.ts';
import type { Self } from '../state/selves.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';
import { chatOf } from '../teams/state/reading-teams.ts';

/** One thing to try. */
export interface Step {
  readonly words: string;
  readonly button: string;
  readonly isDone: boolean;
  readonly to: Route;
  /** What to put into the composer there, and under which key it is kept. */
  readonly draft?: { readonly key: string; readonly text: string };
}

/** Whom and what the steps are for. */
interface Guided {
  readonly state: WorkspaceState;
  readonly selves: readonly Self[];
  /** The app that is open: there the first ticket is raised. */
  readonly app: 'slack' | 'teams';
}

/** A ticket's life in five steps, for the people that this workspace has; none where it lacks them. */
export function stepsFor({ state, selves, app }: Guided): readonly Step[] {
  const asker = selves.find(({ role, slack }) => slack && role === 'employee');
  const agent = selves.find(({ role, slack }) => slack && role.startsWith('agent'));
  const raised = state.happenings.find(({ tickets, outcome }) => tickets.length > 0 && outcome === 'done');
  const asking = asker && placeToAsk(state, asker, raised?.platform ?? app);
  if (!asker || !agent || !asking) return [];
  const triage = [...state.channels.values()].find(
    ({ name, members }) => /triage/.test(name) && members.includes(agent.id),
  );
  const [a, b] = [firstName(asker), firstName(agent)];
  const atAgent = {
    button: `Switch to ${b}`,
    to: { as: agent.id, place: triage?.id ?? directOf(state, agent.id) ?? '' },
  };
  const atAsker = { button: `Switch to ${a}`, to: asking.to };
  const place = triage ? `#${triage.name}` : 'his messages';
  const isDone = (...flows: string[]) => state.happenings.some((one) => isThis(one, flows));
  return [
    {
      words: `As ${a}, tell the desk what is wrong.`,
      isDone: raised !== undefined,
      ...atAsker,
      button: `Write as ${a}`,
      draft: { key: asking.draftKey, text: 'The VPN is down and I can’t work' },
    },
    { words: `As ${b}, click Claim in ${place}${inSlack(asking.to)}.`, isDone: isDone('ticket.claim'), ...atAgent },
    { words: `Click Reply and answer ${a}.`, isDone: isDone('ticket.reply', 'ticket.send'), ...atAgent },
    { words: 'Click Resolve and say how.', isDone: isDone('ticket.resolve'), ...atAgent },
    { words: `As ${a}, confirm: It’s fixed.`, isDone: isDone('ticket.confirm'), ...atAsker },
  ];
}

/** Whoever asks stays in the app in which they asked. */
function placeToAsk(state: WorkspaceState, { id, teams }: Self, app: 'slack' | 'teams') {
  const chat = app === 'teams' && teams ? chatOf(state.teams, teams.id) : undefined;
  if (chat && teams) return { to: { app: 'teams' as const, as: id, place: chat }, draftKey: `${teams.id}/${chat}/` };
  const direct = directOf(state, id);
  return direct ? { to: { as: id, place: direct }, draftKey: `${id}/${direct}/` } : undefined;
}

/** The agents are in Slack; that must be said where the ticket came from Teams. */
function inSlack({ app }: Route): string {
  return app === 'teams' ? ' in Slack' : '';
}

/** A button that opens a form has not yet done what the form will do. */
function isThis({ flow, kind, outcome }: Happening, flows: readonly string[]): boolean {
  const opensForm = flow === 'ticket.reply' || flow === 'ticket.resolve';
  return flow !== undefined && flows.includes(flow) && outcome === 'done' && (!opensForm || kind === 'form');
}
