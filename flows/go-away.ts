import type { ActionEvent, CommandEvent, FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { readUntil } from '../src/duty/read-until.ts';
import type { Person } from '../src/people/person.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import { awayCard, awayQuestion } from '../src/views/away-row.ts';
import { doneCard } from '../src/views/done-card.ts';
import { awayForm } from '../src/views/forms/away-form.ts';
import type { ViewContext } from '../src/views/view-context.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { showHome } from './show-home.ts';

/** Asks until when somebody is away. */
export const askUntilWhen: ActionFlow = async (turn, desk) => {
  const person = await whoWorks(turn, desk);
  await turn.openForm(awayForm(await contextFor(desk, person)));
};

/** From now on somebody is away; their leads hear what they hold. */
export const goAway: FormFlow = async (turn, desk) => {
  const person = await whoWorks(turn, desk);
  const context = await contextFor(desk, person);
  const { until } = turn.event.values;
  const at = typeof until === 'string' ? await readUntil(until, context) : undefined;
  if (!at) return turn.formProblem('until', context.words.duty.badDate);
  if (at <= context.now) return turn.formProblem('until', context.words.problems.pastDate);
  await leave(turn, desk, { person, until: at, context });
  // It may have been the home page that asked.
  if (!turn.event.thread) await showHome(turn, desk);
};

/**
 * `/desk away until friday 9:00`; without a date, or with one that is not understood, it is asked for.
 * @returns false for words that are about something else: an issue that begins with *away*
 */
export async function goAwayByCommand(turn: Turn<CommandEvent>, desk: Desk, words: string): Promise<boolean> {
  const { person, doer } = await whoActs(turn, desk);
  const context = await contextFor(desk, person);
  const until = await readUntil(words, context);
  if (!until && words !== '' && !/^(?:until|till|til|bis)\b/i.test(words)) return false;
  if (doer.actor.agentOf.length === 0) throw new Refusal({ kind: 'agentsOnly' });
  if (until && until > context.now) await leave(turn, desk, { person, until, context });
  else if (words === '' && canOpenForm(turn.event, context.now)) await turn.openForm(awayForm(context));
  else await turn.whisper(awayQuestion(desk.chat.at(turn.event.person).command, context));
  return true;
}

/** Somebody is there again, and gets tickets as before. */
export async function comeBack(turn: Turn<ActionEvent | CommandEvent>, desk: Desk): Promise<void> {
  const person = await whoWorks(turn, desk);
  const wasAway = await desk.duty.comeBack(person, desk.clock.now());
  const { event } = turn;
  const { duty } = (await contextFor(desk, person)).words;
  const card = doneCard(wasAway ? duty.youAreBack : duty.youWereNotAway);
  if (event.kind === 'action' && event.clickedIn === 'home') return showHome(turn, desk);
  await (event.kind === 'action' ? turn.replace(card) : turn.whisper(card));
}

/** @throws Refusal for whoever works in no team: nothing is given to them anyway */
async function whoWorks(turn: Turn<ActionEvent | CommandEvent | FormEvent>, desk: Desk): Promise<Person> {
  const { person, doer } = await whoActs(turn, desk);
  if (doer.actor.agentOf.length === 0) throw new Refusal({ kind: 'agentsOnly' });
  return person;
}

interface Leaving {
  readonly person: Person;
  readonly until: Date;
  readonly context: ViewContext;
}

async function leave(
  turn: Turn<CommandEvent | FormEvent>,
  desk: Desk,
  { person, until, context }: Leaving,
): Promise<void> {
  await desk.duty.goAway(person, until, context.now);
  await turn.whisper(awayCard(until, context));
}

/** A form opens only where the platform lets a command do that, and only at once. */
function canOpenForm({ trigger, at }: CommandEvent, now: Date): boolean {
  return trigger !== undefined && now.getTime() - at.getTime() < triggerLastsMs;
}

const triggerLastsMs = 2_500;
