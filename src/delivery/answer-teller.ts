import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../clock.ts';
import { DeliveryError, DeskError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import { isLow } from '../surveys/low-score.ts';
import type { Survey, Telling } from '../surveys/survey.ts';
import type { SurveyStore } from '../surveys/survey-store.ts';
import type { Owed } from '../tickets/change.ts';
import { remind } from '../tickets/moves/reminding.ts';
import { may } from '../tickets/permissions.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { anonymousLowScoreCard } from '../views/survey-low-score.ts';
import type { ViewContexts } from './view-contexts.ts';

export interface AnswerTellerParts {
  readonly store: SurveyStore;
  readonly tickets: TicketService;
  readonly remarks: RemarkStore;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
  readonly clock: Clock;
  readonly log: Log;
  readonly lowScore: () => number;
  /** Who hears of a low score on this ticket; ids of people. */
  readonly hearers: (ticket: Ticket) => Promise<readonly string[]>;
  /** Something was said about the ticket. */
  readonly onSaid: (key: string) => Promise<void>;
}

type Named = Survey & { readonly ticket: string };

const sweepBatch = 100;
const tellAgainAfterMs = 60_000;

/**
 * Tells on what people have answered: a low score to the leads, a comment to the agents. A survey keeps what it owes in the
 * same write as the answer, so that a crash loses nothing; the same told again changes nothing.
 */
export class AnswerTeller {
  readonly #parts: AnswerTellerParts;

  constructor(parts: AnswerTellerParts) {
    this.#parts = parts;
  }

  /** Tells on an answer by name, at once; what cannot be told now is told by a sweep. */
  async tell(survey: Survey): Promise<void> {
    try {
      await this.#tellOne(survey);
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'an answer could not be told on and will be tried again');
    }
  }

  /** Tells what was left by a crash, and of anonymous answers what may be told by now. Safe to repeat. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#parts;
    const now = clock.now();
    await store.forgetLeftTokens();
    for (const survey of await store.owing(now, sweepBatch)) {
      const claimed = survey.owes && (await this.#claim(survey, survey.owes, now));
      if (claimed) await this.tell(claimed);
    }
  }

  /** One process at a time; another one may go on when this one never comes to the end. */
  async #claim(survey: Survey, owes: Telling, now: Date): Promise<Survey | undefined> {
    const at = new Date(now.getTime() + tellAgainAfterMs);
    const claimed = await this.#parts.store.replace({ ...survey, owes: { ...owes, at, isUnderWay: true } });
    // Whether it may have arrived is as it was before this claim.
    return claimed && { ...claimed, owes: { ...owes, at } };
  }

  async #tellOne(survey: Survey): Promise<void> {
    const { owes, ...told } = survey;
    if (!owes) return;
    if (isNamed(survey)) await this.#putOnTicket(survey);
    else await this.#tellLeads(survey, owes);
    await this.#parts.store.replace(survey.ticket ? told : { ...told, isTold: true });
  }

  async #putOnTicket(survey: Named): Promise<void> {
    const ticket = await this.#parts.tickets.find(survey.ticket);
    if (!ticket) return;
    if (isLow(survey, this.#parts.lowScore())) await this.#owesLowScore(ticket, survey);
    if (survey.comment) await this.#noteComment(ticket, survey);
  }

  /** The ticket owes the message: once for the score, and once for a comment that comes after it. */
  async #owesLowScore(ticket: Ticket, survey: Named): Promise<void> {
    const { tickets } = this.#parts;
    const [first, second] = [`lowScore:${survey.id}`, `lowScore:${survey.id}:comment`];
    const owes = await this.#owed(ticket, survey);
    const alarm = survey.comment ? second : first;
    const told = await tickets.changeByDesk(ticket.key, 'desk', first, remind(alarm, owes));
    const hasComment = told.history.some((entry) => entry.alarm === second);
    if (survey.comment && !hasComment) await tickets.changeByDesk(ticket.key, 'desk', second, remind(second, owes));
  }

  async #owed(ticket: Ticket, { score, comment: note }: Named): Promise<readonly Owed[]> {
    const people = await this.#parts.hearers(ticket);
    const owed = async (person?: string): Promise<Owed> => {
      const url = await this.#conversation(ticket, person);
      const about = { ...(score ? { score } : {}), ...(url ? { url } : {}) };
      const mayReopen = person === undefined || (await this.#mayReopen(ticket, person));
      const to = person === undefined ? 'agents' : { person };
      return { notice: 'lowScore', to, note, about: { ...about, mayReopen } };
    };
    return people.length > 0 ? Promise.all(people.map(owed)) : [await owed()];
  }

  async #mayReopen(ticket: Ticket, personId: string): Promise<boolean> {
    const person = await this.#parts.people.byId(personId);
    return person !== undefined && may(this.#parts.people.actor(person), 'reopen', ticket);
  }

  /** Where this person can read it: their own card, else the team's. */
  async #conversation({ cards }: Ticket, person: string | undefined): Promise<string | undefined> {
    const agents = cards.filter(({ card, state, message }) => card === 'agent' && state === 'live' && message);
    const own = agents.find((slot) => slot.person === person);
    const { message } = own ?? agents.find((slot) => slot.person === undefined) ?? {};
    if (!message) return undefined;
    try {
      return await this.#parts.chat.at(message).permalink(message);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      return undefined;
    }
  }

  /** In the agents' thread, as an internal note. */
  async #noteComment(ticket: Ticket, survey: Named): Promise<void> {
    const { remarks, contexts, clock, onSaid } = this.#parts;
    const { words } = await contexts.for(undefined);
    const id = `form:survey:${survey.id}`;
    const text = words.surveys.comment(survey.score ?? 0, survey.comment ?? '');
    const before = await remarks.find(id);
    if (before?.text === text) return;
    const at = clock.now();
    if (before) await remarks.change(id, { text, editedAt: at });
    else {
      const facts = { side: 'requester', visibility: 'internal', isDescription: false, owing: true } as const;
      await remarks.insert({ id, ticket: ticket.key, author: ticket.requester, text, at, ...facts, ...emptyRemark });
    }
    await onSaid(ticket.key);
  }

  /** Each lead directly, with nothing by which the ticket or its requester could be found. */
  async #tellLeads(survey: Survey, owes: Telling): Promise<void> {
    const { people, chat, contexts, log } = this.#parts;
    for (const id of owes.to) {
      try {
        const reader = await people.byId(id);
        const ref = refOf(reader, chat);
        const place = await chat.at(ref).direct(ref);
        const card = anonymousLowScoreCard(survey, await contexts.for(reader), `survey:${owes.id}:${id}`);
        await chat.at(place).post(place, card, { mayHaveArrived: owes.isUnderWay ?? false });
      } catch (error) {
        if (!isOutOfReach(error)) throw error;
        log.warn({ err: error }, 'a lead cannot be told of a low score');
      }
    }
  }
}

const emptyRemark = { files: [], version: 1, copies: [] } as const;

function isNamed(survey: Survey): survey is Named {
  return survey.ticket !== undefined;
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof DeliveryError ? error.isPermanent : error instanceof DeskError;
}
