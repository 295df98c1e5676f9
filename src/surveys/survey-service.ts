import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { SurveyConfig } from '../config/desk-config.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dayIn } from '../tickets/ticket-service.ts';
import { isLow } from './low-score.ts';
import { isStillAsked, type Question, questionId, questionOf, type Score } from './question.ts';
import { changeableDays, type Survey } from './survey.ts';
import type { AskedQuestion, SurveyStore } from './survey-store.ts';

export interface SurveyServiceParts {
  readonly store: SurveyStore;
  readonly clock: Clock;
  readonly config: () => { readonly desk: { readonly timeZone: string }; readonly survey?: SurveyConfig };
  /** Who hears of a low score on this ticket; ids of people. */
  readonly hearers: (ticket: Ticket) => Promise<readonly string[]>;
  /** Told after every answer by name, to be told on at once; never throws. */
  readonly onAnswer: (survey: Survey) => Promise<void>;
  /** 0 to below 1. */
  readonly chance: () => number;
}

/** What became of an answer. */
export type Answered =
  | { readonly kind: 'counted'; readonly survey: Survey; readonly question: Question }
  /** The ticket was reopened since it was asked. */
  | { readonly kind: 'void' }
  | { readonly kind: 'tooLate' }
  /** Answered anonymously, so that only the message with the answer can change it. */
  | { readonly kind: 'answeredAlready' }
  /** There is no score yet that a comment could belong to. */
  | { readonly kind: 'noScore' };

type Said = { readonly score: Score } | { readonly comment: string };

const dayMs = 86_400_000;
/** What could not be told at once is tried again then. */
const tellAgainAfterMs = 30_000;
/** Every lost race means that somebody else's write went through. */
const maxAttempts = 20;

/** Asks people how it went, and keeps what they answer: by name, or so that nobody can tell who it was. */
export class SurveyService {
  readonly #parts: SurveyServiceParts;

  constructor(parts: SurveyServiceParts) {
    this.#parts = parts;
  }

  /**
   * Whether the requester may be asked now about the resolution that the ticket has; who hears yes has taken the turn.
   * The same question may be asked for again.
   */
  async mayAsk(ticket: Ticket, now: Date): Promise<boolean> {
    const { store, config } = this.#parts;
    const { survey } = config();
    const question = questionOf(ticket);
    if (!survey || !question) return false;
    const id = questionId(question);
    const notAfter = new Date(now.getTime() - survey.atMostEveryMs);
    if (!(await store.claim(ticket.requester, id, now, notAfter))) return false;
    const isNew = await store.ask({ id, ticket: ticket.key, at: now, isAnswered: false });
    if (isNew) await store.insert({ ...this.#unanswered(ticket, id, now), version: 1 });
    return true;
  }

  /** Whether the newest question about the ticket is answered. */
  async isAnswered(key: string): Promise<boolean> {
    const { store } = this.#parts;
    const last = await store.lastAsked(key);
    if (!last || last.isAnswered) return last !== undefined;
    // An answer by name counts, though its process died before it was noted.
    return (await store.find({ id: last.id }))?.score !== undefined;
  }

  /** The requester gives a score, or another one; the same again changes nothing. */
  answer(ticket: Ticket, question: Question, score: Score): Promise<Answered> {
    return this.#say(ticket, question, { score });
  }

  /** Adds a comment to an answer, in place of an earlier one. @param comment at most `longestComment` characters */
  comment(ticket: Ticket, question: Question, comment: string): Promise<Answered> {
    return this.#say(ticket, question, { comment });
  }

  /** The answer so far, for who gave it. */
  given(question: Question): Promise<Survey | undefined> {
    const { token } = question;
    return this.#parts.store.find(token ? { token } : { id: questionId(question) });
  }

  get isAnonymous(): boolean {
    return this.#parts.config().survey?.isAnonymous ?? false;
  }

  isLow(survey: Survey): boolean {
    return isLow(survey, this.#lowScore);
  }

  async #say(ticket: Ticket, question: Question, said: Said): Promise<Answered> {
    if (!isStillAsked(question, ticket)) return { kind: 'void' };
    const now = this.#parts.clock.now();
    const asked = { id: questionId(question), ticket: ticket.key, at: now, isAnswered: false };
    if (question.token || this.isAnonymous) return this.#sayAnonymously(ticket, question, asked, said);
    const answered = await this.#write(ticket, question, said, async () => this.#unanswered(ticket, asked.id, now));
    if (answered.kind !== 'counted') return answered;
    await this.#parts.store.answered(asked);
    await this.#parts.onAnswer(answered.survey);
    return answered;
  }

  /**
   * The token ties a question to its answer only until the answer is kept: a click that is delivered twice, or again after
   * a crash in between, finds it and counts once; then the store forgets it, and only the message has it.
   */
  async #sayAnonymously(ticket: Ticket, question: Question, asked: AskedQuestion, said: Said): Promise<Answered> {
    const { store } = this.#parts;
    const { key, stamp } = question;
    const token = question.token ?? (await store.tokenFor(asked, randomUUID()));
    if (!token) return { kind: 'answeredAlready' };
    const answered = await this.#write(ticket, { key, stamp, token }, said, async () => {
      const last = await store.lastAsked(key);
      const fresh = this.#unanswered(ticket, asked.id, last?.at ?? asked.at);
      return (await store.findUnanswered(fresh)) ?? fresh;
    });
    if (!question.token) await store.answered(asked);
    return answered;
  }

  async #write(ticket: Ticket, question: Question, said: Said, unanswered: () => Promise<Survey>): Promise<Answered> {
    const { store } = this.#parts;
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const given = await this.given(question);
      if (given && this.#isOver(given)) return { kind: 'tooLate' };
      if ('comment' in said && given?.score === undefined) return { kind: 'noScore' };
      const before = given ?? (await unanswered());
      const next = await this.#with(before, ticket, question, said);
      const survey = await (before.version > 0 ? store.replace(next) : this.#insert(next));
      if (survey) return { kind: 'counted', survey, question };
    }
    throw new Error('a survey is changing too much to be answered');
  }

  async #insert(survey: Survey): Promise<Survey | undefined> {
    const first = { ...survey, version: 1 };
    return (await this.#parts.store.insert(first)) ? first : undefined;
  }

  async #with(before: Survey, ticket: Ticket, { token }: Question, said: Said): Promise<Survey> {
    const now = this.#parts.clock.now();
    const first = before.answeredAt ? {} : { day: this.#day(now), answeredAt: token ? this.#dayStart(now) : now };
    const next: Survey = { ...before, ...said, ...first, ...(token ? { token } : {}) };
    if (!token) return { ...next, owes: { id: randomUUID(), at: later(now, tellAgainAfterMs), to: [] } };
    const { owes, ...rest } = next;
    if (!this.isLow(next)) return owes?.isUnderWay ? next : rest;
    const isWaiting = owes !== undefined && !owes.isUnderWay;
    const isTold = owes?.isUnderWay || before.isTold;
    if (isWaiting || (isTold && next.comment === before.comment)) return next;
    return { ...next, owes: await this.#tellingOf(ticket, now) };
  }

  /** At an instant that nobody can foresee, so that it says nothing of when the answer was given. */
  async #tellingOf(ticket: Ticket, now: Date) {
    const { chance, config, hearers } = this.#parts;
    const withinMs = config().survey?.afterMs ?? 0;
    return { id: randomUUID(), at: later(now, chance() * withinMs), to: await hearers(ticket) };
  }

  /** Version 0: not kept yet. */
  #unanswered(ticket: Ticket, id: string, askedAt: Date): Survey {
    const { key, team, service, priority, assignee } = ticket;
    const facts = { team, priority, ...(service ? { service } : {}), day: this.#day(askedAt), version: 0 };
    if (this.isAnonymous) return { ...facts, id: randomUUID(), askedAt: this.#dayStart(askedAt) };
    return { ...facts, id, ticket: key, askedAt, ...(assignee ? { assignee } : {}) };
  }

  #isOver({ day, answeredAt }: Survey): boolean {
    return answeredAt !== undefined && day < this.#day(later(this.#parts.clock.now(), -changeableDays * dayMs));
  }

  get #lowScore(): number {
    return this.#parts.config().survey?.lowScore ?? 0;
  }

  #day(at: Date): string {
    return dayIn(this.#parts.config().desk.timeZone, at);
  }

  #dayStart(at: Date): Date {
    return new Date(`${this.#day(at)}T00:00:00Z`);
  }
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
