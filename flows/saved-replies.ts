import type { FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { readLanguage } from '../src/knowledge/languages.ts';
import { filledReply, generalReply, type ReplyFields, type SavedReply } from '../src/knowledge/saved-reply.ts';
import type { Person } from '../src/people/person.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { replyForm } from '../src/views/forms/reply-form.ts';
import { replyFields } from '../src/views/reply-fields.ts';
import { contextFor } from './acting.ts';

/** The saved replies that fit a ticket. */
export async function repliesFor(desk: Desk, ticket: Ticket): Promise<readonly SavedReply[]> {
  const requester = await desk.people.byId(ticket.requester);
  return desk.replies.for(ticket, readLanguage(requester?.locale ?? desk.config().desk.locale));
}

/**
 * A saved reply was picked: the form comes again with its words filled in, after what was typed. Nothing is sent.
 * @returns whether one was picked
 */
export async function fillsIn(turn: Turn<FormEvent>, desk: Desk, person: Person, ticket: Ticket): Promise<boolean> {
  const { saved, note, by } = turn.event.values;
  const picked = saved ? (await repliesFor(desk, ticket)).find(({ id }) => id === saved) : undefined;
  if (!picked) return false;
  const filled = filledReply(picked.text, await fieldsOf(desk, person, ticket));
  const text = typeof note === 'string' ? `${note}\n\n${filled}` : filled;
  const facts = { text, isFilled: true, ...(typeof by === 'string' ? { by } : {}) };
  await turn.openForm(replyForm(ticket, await contextFor(desk, person, [ticket]), facts));
  return true;
}

/** Save as reply: for all agents, with the requester's name and the key left open. Not from confidential tickets. */
export async function saveReply(
  turn: Turn<FormEvent>,
  desk: Desk,
  person: Person,
  ticket: Ticket,
  text: string,
): Promise<void> {
  if (turn.event.values.save !== true || ticket.confidential) return;
  const { title } = await desk.replies.save(generalReply(text, await fieldsOf(desk, person, ticket)), person.id);
  const { words } = await contextFor(desk, person);
  await turn.whisper(doneCard(words.knowledge.replies.saved(title)));
}

/** In the language and the zone of who reads it. */
async function fieldsOf(desk: Desk, person: Person, ticket: Ticket): Promise<ReplyFields> {
  const requester = await desk.people.byId(ticket.requester);
  return replyFields(ticket, person.name, await desk.contexts.for(requester, [ticket.requester]));
}
