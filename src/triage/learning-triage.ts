import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Log } from '../log.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { type TriagedField, type TriageGuess, triagedFields } from '../tickets/ticket-triage.ts';
import type { TriageResult } from './assistant.ts';
import { loadLanguageDetector } from './language-of.ts';
import { type Evidence, isSameLesson, lessonOf, type TeachingTicket, type TicketLesson } from './lessons.ts';
import { firstLicence, type Licence } from './licence.ts';
import { type Judgement, LocalTriage } from './local-triage.ts';
import { guessesOf } from './said-of.ts';
import type { TriageStore } from './triage-store.ts';

export interface LearningTriageParts {
  readonly config: () => DeskConfig;
  readonly store: TriageStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Of the newest tickets: what an office asks about changes, and older ones would only make the start slower. */
const mostLessons = 3_000;
/** So many lessons, then whatever else waits has its turn. */
const lessonsAtOnce = 10;
/** What other processes have written is looked for so often, */
const catchUpMs = 10 * 60_000;
/** among the tickets of so many days. */
const catchUpDays = 14;

interface Taught {
  readonly lesson: TicketLesson;
  /** What was said before it was learnt. */
  readonly said: readonly TriageGuess[];
}

/**
 * Triage on this machine that learns from the desk's own tickets, and knows what its guesses were worth. What it learnt is
 * kept nowhere but in the tickets: at the start it is learnt from them anew, in the order in which they were judged, each
 * guessed before it is learnt. So two processes need not agree on anything, and nothing is lost with one of them.
 */
export class LearningTriage {
  readonly store: TriageStore;
  readonly #parts: LearningTriageParts;
  readonly #taught = new Map<string, Taught>();
  #local: LocalTriage;
  #licences: readonly Licence[] = [];
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  /** Changed while it was loading. */
  readonly #waiting = new Map<string, TeachingTicket>();
  #caughtUpAt = new Date(0);

  constructor(parts: LearningTriageParts) {
    this.#parts = parts;
    this.store = parts.store;
    this.#local = new LocalTriage(parts.config);
  }

  /** What a message is about, by rules and what was learnt so far. */
  triage(text: string): TriageResult {
    return this.#local.triage(text);
  }

  /** The same, with what the rules alone say. */
  judge(text: string): Judgement {
    return this.#local.judge(text);
  }

  licence(field: TriagedField, by: TriageGuess['by']): Licence {
    return this.#licences.find((one) => one.field === field && one.by === by) ?? firstLicence(field, by);
  }

  /** What guesses were worth whose truth is known by now, in the order in which it became known. */
  evidence(): readonly Evidence[] {
    return [...this.#taught.values()]
      .flatMap(({ lesson, said }) =>
        said.flatMap(({ field, by, confidence, value }): Evidence[] => {
          const truth = lesson.truth[field];
          return truth === undefined ? [] : [{ field, by, confidence, isRight: truth === value, at: lesson.at }];
        }),
      )
      .sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Learns from the desk's tickets, once. Safe to call again; whatever is asked meanwhile is answered by what is there. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** A ticket has changed in this process. */
  learn(ticket: Ticket): void {
    if (this.#isLoaded) this.#take(ticket);
    else if (this.#loading) this.#waiting.set(ticket.key, ticket);
  }

  /** Looks from time to time what other processes have written; the first time it loads. Costs nothing in between. */
  async keepUp(): Promise<void> {
    const now = this.#parts.clock.now();
    const sinceMs = now.getTime() - this.#caughtUpAt.getTime();
    if (sinceMs >= 0 && sinceMs < catchUpMs) return;
    this.#caughtUpAt = now;
    await (this.#isLoaded ? this.refresh() : this.load());
  }

  /** Takes in what other processes have written. */
  async refresh(): Promise<void> {
    const { store, clock } = this.#parts;
    const since = new Date(clock.now().getTime() - catchUpDays * 86_400_000);
    for (const ticket of await store.judgedSince(since.toISOString().slice(0, 10))) this.#take(ticket);
    this.#licences = await store.licences();
  }

  async #load(): Promise<void> {
    const { store, config, log } = this.#parts;
    this.#licences = await store.licences();
    const tickets = await store.judged(mostLessons);
    if (tickets.length > 0) this.#local = new LocalTriage(config, await loadLanguageDetector());
    const lessons = tickets.flatMap((ticket) => lessonOf(ticket) ?? []);
    for (const [at, lesson] of lessons.toSorted(inTime).entries()) {
      this.#learn(lesson);
      if (at % lessonsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    this.#isLoaded = true;
    for (const ticket of this.#waiting.values()) this.#take(ticket);
    this.#waiting.clear();
    if (lessons.length > 0) log.info({ lessons: lessons.length }, 'triage has learnt from the tickets');
  }

  /** Learns what a ticket teaches by now, or takes back what it taught before. */
  #take(ticket: TeachingTicket): void {
    const lesson = lessonOf(ticket);
    const before = this.#taught.get(ticket.key);
    if (!lesson && before) {
      this.#local.forget(before.lesson);
      this.#taught.delete(ticket.key);
    } else if (lesson && !before) this.#learn(lesson);
    else if (lesson && before && !isSameLesson(lesson, before.lesson)) this.#correct(lesson, before);
  }

  #learn(lesson: TicketLesson): void {
    const said = [...guessesOf(this.#local.judge(lesson.text)), ...lesson.modelSaid];
    this.#local.learn(lesson);
    this.#taught.set(lesson.key, { lesson, said });
  }

  #correct(lesson: TicketLesson, { lesson: before, said }: Taught): void {
    if (lesson.text === before.text) this.#local.correct(lesson, before.truth);
    else {
      this.#local.forget(before);
      this.#local.learn(lesson);
    }
    this.#taught.set(lesson.key, { lesson, said });
  }
}

const inTime = (one: TicketLesson, other: TicketLesson) => one.at.getTime() - other.at.getTime();

/** Every form and field that may have a licence. */
export const licensed: readonly { readonly field: TriagedField; readonly by: TriageGuess['by'] }[] = (
  ['rules', 'learnt', 'model'] as const
).flatMap((by) => triagedFields.map((field) => ({ field, by })));
