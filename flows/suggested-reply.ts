import { createHash } from 'node:crypto';
import type { Desk } from '../src/desk.ts';
import { longestDraft } from '../src/help/draft-store.ts';
import type { DraftedReply } from '../src/help/reply-drafter.ts';
import { lastPublic, remarksOfTalk, talkOf } from '../src/help/talk-of.ts';
import { type Actor, requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import { nothingToSuggestCard, suggestedReplyCard } from '../src/views/suggested-reply-card.ts';
import type { Words } from '../src/words/words.ts';
import { wordsFor } from '../src/words/words-for.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { whisper } from './whispering.ts';

/** An agent asks what they could answer. They alone see it, and nothing is sent. */
export const suggestReply: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await answerable(desk, turn.event.value, doer.actor);
  desk.journal.concerns(turn.event.id, ticket.key);
  const remarks = await desk.remarks.of(ticket.key, remarksOfTalk);
  const language = await requesterLanguage(desk, ticket);
  const drafted = await desk.help.drafter.draft(ticket, {
    talk: talkOf(ticket, remarks, false),
    language,
    agent: person.id,
    reader: doer.actor,
  });
  const context = await contextFor(desk, person, [ticket]);
  const text = textOf(drafted, wordsFor(language, desk.config().desk.locale));
  if (text === undefined) return whisper(turn, desk, nothingToSuggestCard(ticket, drafted.spoken, context));
  const id = draftId(turn.event.id);
  const heard = lastPublic(remarks)?.id;
  const { spoken, sources } = drafted;
  const draft = { id, ticket: ticket.key, text, language, by: spoken.by, madeAt: desk.clock.now() };
  await desk.help.drafts.add({ ...draft, ...(heard ? { heard } : {}) });
  await whisper(turn, desk, suggestedReplyCard(ticket, { id, text, spoken, sources }, context));
};

/**
 * A ticket that this person may answer now.
 * @throws Refusal for everybody else, and when nothing is to be answered any more
 */
export async function answerable(desk: Desk, key: string, actor: Actor): Promise<Ticket> {
  const ticket = await desk.tickets.get(key, actor);
  requirePermission(actor, 'reply', ticket);
  if (ticket.mergedInto) throw new Refusal({ kind: 'goesOnIn', key, into: ticket.mergedInto });
  if (!isOpen(ticket)) throw new Refusal({ kind: 'wrongState', key, status: ticket.status });
  return ticket;
}

/** The language that the requester writes, ISO 639-1. */
export async function requesterLanguage(desk: Desk, ticket: Ticket): Promise<string> {
  const requester = await desk.people.byId(ticket.requester);
  return desk.help.languages.ofRequester(ticket, requester?.locale ?? desk.config().desk.locale);
}

/** The same for a delivery that is repeated; short enough for a button. */
export function draftId(event: string): string {
  return createHash('sha256').update(event).digest('base64url').slice(0, 22);
}

function textOf(drafted: DraftedReply, { help }: Words): string | undefined {
  switch (drafted.is) {
    case 'written':
      return drafted.text;
    case 'solved':
      return help.solvedReply(drafted.solution).slice(0, longestDraft);
    case 'article':
      return help.articleReply(drafted.title, drafted.passage).slice(0, longestDraft);
    case 'nothing':
      return undefined;
  }
}
