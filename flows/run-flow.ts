import { plainText } from '../src/chat/plain-text.ts';
import type { Turn } from '../src/chat/turn.ts';
import { NotYet } from '../src/delivery/inbox.ts';
import { peopleOf } from '../src/delivery/view-contexts.ts';
import type { Desk } from '../src/desk.ts';
import { DeliveryError } from '../src/errors.ts';
import { Refusal, type RefusalReason } from '../src/tickets/refusal.ts';
import { bugCard } from '../src/views/bug-card.ts';
import { refusalCard, refusalText } from '../src/views/refusal-card.ts';
import { forms } from './table.ts';
import { whisper } from './whispering.ts';

/** A bug that shows again and again is told to the person; before that, trying again may have helped. */
const tellAtAttempt = 3;

export interface Run {
  readonly turn: Turn;
  readonly desk: Desk;
  readonly name: string;
  readonly flow: () => Promise<void>;
  /** For an event that is kept until it is done: which attempt this is. */
  readonly attempt?: number;
}

/**
 * Runs a flow, writes its line, and turns what goes wrong into what the person can use: a refusal is told to them alone, a
 * bug is logged once and they get a reference.
 * @throws whatever is no refusal, when the event is kept and will be handled again
 */
export async function runFlow(run: Run): Promise<void> {
  const { turn, desk, name, flow } = run;
  const { id: event, kind } = turn.event;
  const began = performance.now();
  const at = desk.clock.now();
  desk.journal.begin(event);
  let outcome: 'done' | 'refused' | 'failed' = 'done';
  try {
    await flow();
  } catch (error) {
    outcome = error instanceof Refusal ? 'refused' : 'failed';
    if (error instanceof Refusal) await refuse(turn, desk, error.reason);
    else await fail(run, error);
  } finally {
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const { tickets } = desk.journal.end({ event, kind, flow: name, at, ms, outcome });
    desk.log.info({ event, flow: name, tickets, ms, outcome }, 'handled');
  }
}

async function refuse(turn: Turn, desk: Desk, reason: RefusalReason): Promise<void> {
  const person = await desk.people.byRef(turn.event.person);
  const named = 'person' in reason ? [reason.person] : [];
  const ticket = 'key' in reason && reason.kind !== 'notFound' ? await desk.ticketStore.find(reason.key) : undefined;
  const context = await desk.contexts.for(person, [...named, ...(ticket ? peopleOf(ticket) : [])]);
  if (turn.event.kind === 'form') {
    turn.formProblem(forms[turn.event.form].anchor, plainText(refusalText(reason, context)));
  } else {
    await whisper(turn, desk, refusalCard(reason, context));
  }
}

async function fail({ turn, desk, attempt }: Run, error: unknown): Promise<void> {
  const isKept = attempt !== undefined;
  const isWaiting = error instanceof NotYet || error instanceof DeliveryError;
  if (!isWaiting) desk.log.error({ err: error, event: turn.event.id }, 'a flow failed');
  if (!isKept || (!isWaiting && attempt === tellAtAttempt)) await apologise(turn, desk);
  if (isKept) throw error;
}

/** Short enough to be read out on the telephone, long enough to find the line in the log. */
const referenceLength = 12;

async function apologise(turn: Turn, desk: Desk): Promise<void> {
  const reference = turn.event.id.slice(-referenceLength);
  const context = await desk.contexts.for(undefined);
  try {
    if (turn.event.kind === 'form') turn.formProblem(forms[turn.event.form].anchor, plainText(context.words.talk.bug));
    else await whisper(turn, desk, bugCard(reference, context));
  } catch (error) {
    desk.log.warn({ err: error, event: turn.event.id }, 'the person could not be told');
  }
}
