import type { ActionEvent, FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Outage } from '../src/outages/outage.ts';
import { reply } from '../src/tickets/moves/talking.ts';
import type { Actor } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Level, Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { declareForm } from '../src/views/forms/declare-form.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { remarkFrom } from './remark-from.ts';

/** Asks what the outage is called and whom it hits. */
export const askToDeclare: ActionFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const outage = await undecided(turn, desk, acting);
  if (outage) await turn.openForm(declareForm(outage, await contextFor(desk, acting.person)));
};

/** An agent declares an outage: one incident stands for all the reports, and everybody sees how it stands. */
export const declareOutage: FormFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const { words } = await contextFor(desk, acting.person);
  const { title, impact, update } = turn.event.values;
  if (typeof title !== 'string') return turn.formProblem('title', words.problems.required);
  const outage = await undecided(turn, desk, acting);
  if (!outage) return;
  const parent = await openParent(turn, desk, acting, outage, { title, impact: levelOf(impact) });
  if (!(await desk.outages.declare(outage, parent))) return sayDecided(turn, desk, acting, outage.id);
  if (typeof update === 'string') await tellEverybody(turn, desk, acting, parent.key, update);
  await turn.whisper(doneCard(words.outages.declared(parent.key)));
};

/** An agent says that it is none: such words weigh less from now on. */
export const dismissOutage: ActionFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const outage = await undecided(turn, desk, acting);
  if (!outage) return;
  if (!(await desk.outages.dismiss(outage, acting.person.id))) return sayDecided(turn, desk, acting, outage.id);
  const { words } = await contextFor(desk, acting.person);
  await turn.whisper(doneCard(words.outages.dismissed));
};

/** The outage that still waits for an answer. Who may not give it, or comes too late, hears so. */
async function undecided(turn: Turn<ActionEvent | FormEvent>, desk: Desk, acting: Acting): Promise<Outage | undefined> {
  const outage = await desk.outages.find(turn.event.value);
  if (outage && !mayDecide(acting.doer.actor, outage)) throw new Refusal({ kind: 'agentsOnly' });
  if (outage?.state === 'possible') return outage;
  await sayDecided(turn, desk, acting, turn.event.value);
  return undefined;
}

async function sayDecided(turn: Turn, desk: Desk, { person }: Acting, id: string): Promise<void> {
  const { words } = await contextFor(desk, person);
  const outage = await desk.outages.find(id);
  const { declaredAlready, dismissedAlready, gone } = words.outages;
  const text = outage?.parent ? declaredAlready(outage.parent) : outage ? dismissedAlready : gone;
  await turn.whisper(doneCard(text));
}

function mayDecide({ agentOf, leadOf, isAdmin }: Actor, { team }: Outage): boolean {
  return isAdmin || agentOf.includes(team) || leadOf.includes(team);
}

/** The same outage opens one incident, however often the form comes. */
async function openParent(
  turn: Turn<FormEvent>,
  desk: Desk,
  { person }: Acting,
  outage: Outage,
  { title, impact }: { readonly title: string; readonly impact: Level },
): Promise<Ticket> {
  const { words } = await desk.contexts.for(undefined);
  const keys = outage.reports.map(({ id, isBot, title: alert }) => (isBot ? alert : id)).join(', ');
  const { ticket } = await desk.tickets.open(
    {
      ...{ kind: 'incident', title, description: words.outages.description(keys), impact, urgency: 1 },
      ...{ requester: person.id, raisedBy: person.id, service: outage.service, team: outage.team },
      confidential: false,
      source: { via: 'form', key: outage.id, files: [] },
      outage: { id: outage.id, by: person.id, at: desk.clock.now() },
    },
    turn.event.id,
  );
  return ticket;
}

async function tellEverybody(
  turn: Turn<FormEvent>,
  desk: Desk,
  { person, doer }: Acting,
  key: string,
  text: string,
): Promise<void> {
  const parent = await desk.tickets.get(key, doer.actor);
  const remark = remarkFrom(turn.event, parent, person, { side: 'agent', visibility: 'public', text });
  await desk.remarks.insert(remark);
  await desk.tickets.changeByDesk(key, person.id, `${doer.event}:update`, reply(remark.id));
  await desk.courier.said(key);
}

function levelOf(value: unknown): Level {
  return value === '1' ? 1 : value === '3' ? 3 : 2;
}
