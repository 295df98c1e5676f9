import type { Chat } from '../chat/chat.ts';
import type { Attachment } from '../chat/event.ts';
import type { Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import type { Copy, Remark } from '../tickets/conversation.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { isCutOnCard } from '../views/description.ts';
import { remarkCard } from '../views/remark-card.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface RemarkCarrierParts {
  readonly chat: Chat;
  readonly remarks: RemarkStore;
  readonly contexts: ViewContexts;
}

/** What is larger is named in the copy, not copied. */
export const maxFileBytes = 20 * 1024 * 1024;
/** Carries what was said in one thread of a ticket into its others: words, edits, files. */
export class RemarkCarrier {
  readonly #parts: RemarkCarrierParts;

  constructor(parts: RemarkCarrierParts) {
    this.#parts = parts;
  }

  async carry(ticket: Ticket, remark: Remark, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    const copies = new Map(remark.copies.map((copy) => [copy.thread, copy]));
    try {
      for (const thread of threadsFor(ticket, remark)) {
        const copy = copies.get(thread) ?? { thread, version: 0, files: 0 };
        await this.#carryTo(ticket, remark, copy, outcome, mayHaveArrived, (made) => copies.set(thread, made));
      }
    } catch (error) {
      await this.#parts.remarks.settle(remark, [...copies.values()], false);
      throw error;
    }
    await this.#parts.remarks.settle(remark, [...copies.values()], true);
  }

  async #carryTo(
    ticket: Ticket,
    remark: Remark,
    copy: Copy,
    outcome: Outcome,
    mayHaveArrived: boolean,
    made: (copy: Copy) => void,
  ): Promise<void> {
    let now = copy;
    if (needsWords(remark, copy)) {
      now = { ...copy, ...(await this.#words(ticket, remark, copy, outcome, mayHaveArrived)), version: remark.version };
      made(now);
    }
    if (remark.deletedAt) return;
    for (const [index, file] of remark.files.entries()) {
      if (index < now.files) continue;
      await this.#file(remark, file, copy.thread, `${markId(ticket, remark, copy.thread)}:${index}`, outcome);
      now = { ...now, files: index + 1 };
      made(now);
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

  async #words(
    ticket: Ticket,
    remark: Remark,
    copy: Copy,
    outcome: Outcome,
    mayHaveArrived: boolean,
  ): Promise<Partial<Copy>> {
    const adapter = this.#parts.chat.at(copy.thread);
    const context = await this.#parts.contexts.for(undefined, peopleOf(ticket, [remark.author]));
    const forAgents = liveAgentThreads(ticket).includes(copy.thread);
    const facts = {
      internal: remark.visibility === 'internal',
      forAgents,
      markId: markId(ticket, remark, copy.thread),
    };
    const card = remarkCard(remark, ticket, context, facts);
    if (copy.message) {
      await adapter.update(copy.message, card);
      return {};
    }
    const message = await adapter.post(copy.thread, card, { mayHaveArrived });
    outcome.posted();
    return { message };
  }
}

/** Whether the thread has not got the words as they are now. A deleted remark that never arrived stays away. */
function needsWords(remark: Remark, copy: Copy): boolean {
  if (copy.version >= remark.version) return false;
  if (remark.deletedAt && !copy.message) return false;
  return !remark.isDescription || isCutOnCard(remark.text);
}

/** Everywhere it should stand but where it was said. Internal words stay among the agents. */
function threadsFor(ticket: Ticket, remark: Remark): readonly Place[] {
  const agents = liveAgentThreads(ticket);
  const requesters = ticket.thread ? [ticket.thread, ...ticket.alsoIn] : ticket.alsoIn;
  const isForRequesters = remark.visibility === 'public' && !remark.isDescription;
  return [...new Set([...agents, ...(isForRequesters ? requesters : [])])].filter((thread) => thread !== remark.thread);
}

function markId(ticket: Ticket, remark: Remark, thread: Place): string {
  return `${ticket.key}:remark:${remark.id}:${thread}`;
}
