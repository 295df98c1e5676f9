import type { Card } from '../chat/card.ts';
import type { Chat } from '../chat/chat.ts';
import type { Attachment } from '../chat/event.ts';
import type { MessageRef, Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import { type Copy, type Remark, translationOf } from '../tickets/conversation.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { isCutOnCard } from '../views/description.ts';
import { leftOverCard, remarkCards } from '../views/remark-card.ts';
import { isLasting, noCardYet, type Outcome, type Sending } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface RemarkCarrierParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly remarks: RemarkStore;
  readonly contexts: ViewContexts;
  /** Told of everything that has come where it belongs. */
  readonly followers?: readonly RemarkFollower[];
}

/** What goes on with a remark after it was carried. Neither may take long. */
export interface RemarkFollower {
  /** Notes what is to come of it, before the remark is noted as carried. */
  owe(remark: Remark): Promise<void>;
  begin(remark: Remark): void;
}

/** What is larger is named in the copy, not copied. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Carries what was said in one thread of a ticket into its others: words, edits, files. */
export class RemarkCarrier {
  readonly #parts: RemarkCarrierParts;

  constructor(parts: RemarkCarrierParts) {
    this.#parts = parts;
  }

  /** @throws DeliveryError when some thread has not got it; what the others have got is noted */
  async carry(sending: Sending, remark: Remark): Promise<void> {
    const copies = new Map(remark.copies.map((copy) => [copy.thread, copy]));
    const note = (copy: Copy) => void copies.set(copy.thread, copy);
    const { threads, isComplete } = threadsFor(sending.ticket, remark);
    const carryTo = async (thread: Place) => {
      const copy = copies.get(thread) ?? { thread, version: 0, files: 0 };
      await this.#files(sending, remark, await this.#words(sending, remark, copy, note), note);
    };
    try {
      await this.#carryToAll(sending.ticket, threads, carryTo);
      if (!isComplete) throw noCardYet(sending.ticket.key);
    } catch (error) {
      await this.#parts.remarks.settle(remark, [...copies.values()], false);
      throw error;
    }
    const { followers = [] } = this.#parts;
    for (const follower of followers) await follower.owe(remark);
    await this.#parts.remarks.settle(remark, [...copies.values()], true);
    for (const follower of followers) follower.begin(remark);
  }

  /** A place that is gone holds nothing back from the others, and the requester is reached directly then. */
  async #carryToAll(
    ticket: Ticket,
    threads: readonly Place[],
    carryTo: (thread: Place) => Promise<void>,
  ): Promise<void> {
    const gone: unknown[] = [];
    for (const thread of threads) {
      try {
        await carryTo(thread);
      } catch (error) {
        if (!isLasting(error)) throw error;
        if (thread === ticket.thread) await carryTo(await this.#directOf(ticket.requester));
        else gone.push(error);
      }
    }
    if (gone.length > 0) throw gone[0];
  }

  async #directOf(personId: string): Promise<Place> {
    const { people, chat } = this.#parts;
    const ref = refOf(await people.byId(personId), chat);
    return chat.at(ref).direct(ref);
  }

  /** Each message is noted as soon as it lies there, so that a failure in between repeats none. */
  async #words(sending: Sending, remark: Remark, copy: Copy, note: (copy: Copy) => void): Promise<Copy> {
    if (!needsWords(remark, copy)) return copy;
    const { ticket, outcome, mayHaveArrived } = sending;
    const adapter = this.#parts.chat.at(copy.thread);
    const lying = copy.message ? [copy.message, ...(copy.more ?? [])] : [];
    const cards = await this.#cards(ticket, remark, copy.thread);
    for (const [index, card] of cards.entries()) {
      const there = lying[index];
      if (there) await adapter.update(there, card);
      else {
        const message = await adapter.post(copy.thread, card, { mayHaveArrived });
        // What is found again may be from before an edit.
        if (mayHaveArrived) await adapter.update(message, card);
        lying.push(message);
        outcome.posted();
        note(withMessages(copy, lying));
      }
    }
    for (const left of lying.slice(cards.length)) await adapter.update(left, leftOverCard);
    const made = { ...withMessages(copy, lying), version: remark.version };
    note(made);
    return made;
  }

  async #cards(ticket: Ticket, remark: Remark, thread: Place): Promise<readonly Card[]> {
    const context = await this.#parts.contexts.for(undefined, peopleOf(ticket, [remark.author]));
    return remarkCards(remark, ticket, context, {
      internal: remark.visibility === 'internal',
      forAgents: liveAgentThreads(ticket).includes(thread),
      isBesideOriginal: thread === remark.thread,
      markId: markId(ticket, remark, thread),
    });
  }

  async #files(sending: Sending, remark: Remark, copy: Copy, note: (copy: Copy) => void): Promise<void> {
    if (remark.deletedAt) return;
    for (const [index, file] of remark.files.entries()) {
      if (index < copy.files) continue;
      const id = `${markId(sending.ticket, remark, copy.thread)}:${index}`;
      await this.#file(remark, file, copy.thread, id, sending.outcome);
      note({ ...copy, files: index + 1 });
    }
  }

  /** A file that is too large or gone is not copied: the words name it. */
  async #file(remark: Remark, file: Attachment, thread: Place, id: string, outcome: Outcome): Promise<void> {
    if (file.bytes > maxFileBytes) return;
    try {
      const content = await this.#parts.chat.at(remark.thread ?? thread).download(file, maxFileBytes);
      await this.#parts.chat.at(thread).upload(thread, { name: file.name, mimeType: file.mimeType, content }, id);
      outcome.posted();
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
    }
  }
}

function withMessages(copy: Copy, [message, ...more]: readonly MessageRef[]): Copy {
  return { ...copy, ...(message ? { message } : {}), ...(more.length > 0 ? { more } : {}) };
}

/** Whether the thread has not got the words as they are now. A deleted remark that never arrived stays away. */
function needsWords(remark: Remark, copy: Copy): boolean {
  if (copy.version >= remark.version) return false;
  if (remark.deletedAt && !copy.message) return false;
  return !remark.isDescription || isCutOnCard(remark.text) || copy.message !== undefined || isTranslated(remark);
}

function isTranslated(remark: Remark): boolean {
  return translationOf(remark) !== undefined;
}

/**
 * Everywhere it should stand but where it was said. Internal words stay among the agents.
 * `isComplete` is false while a side has no thread yet.
 */
function threadsFor(
  ticket: Ticket,
  remark: Remark,
): { readonly threads: readonly Place[]; readonly isComplete: boolean } {
  const agents = liveAgentThreads(ticket);
  const requesters = ticket.thread ? [ticket.thread, ...ticket.alsoIn] : ticket.alsoIn;
  const isForRequesters = remark.visibility === 'public' && !remark.isDescription;
  const all = new Set([...agents, ...(isForRequesters ? requesters : [])]);
  return {
    threads: [...all].filter((thread) => thread !== remark.thread || isBesideWords(remark)),
    isComplete: agents.length > 0 && (!isForRequesters || ticket.thread !== undefined),
  };
}

/** What an agent said in the requester's own thread stands there already; its translation, or what is left of it, does not. */
function isBesideWords(remark: Remark): boolean {
  const isThere = remark.copies.some(({ thread }) => thread === remark.thread);
  return remark.side === 'agent' && (isThere || isTranslated(remark));
}

function markId(ticket: Ticket, remark: Remark, thread: Place): string {
  return `${ticket.key}:remark:${remark.id}:${thread}`;
}
