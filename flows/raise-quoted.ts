import type { ChatEvent, QuotedMessage } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { maySee } from '../src/tickets/permissions.ts';
import type { Source, Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { raisedCard } from '../src/views/raised-card.ts';
import { contextFor, whoActs } from './acting.ts';
import { guardedWords } from './guarding.ts';
import { type Raise, raiseIssue } from './raise-issue.ts';
import { tellAuthor } from './tell-of-secret.ts';

/** Somebody raises another person's message, on behalf of its author. Raised before, it stays one ticket. */
export async function raiseQuoted(
  turn: Turn<ChatEvent>,
  desk: Desk,
  quoted: QuotedMessage,
  via: Source['via'],
): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const first = await ticketOf(desk, quoted);
  const { text: words, kinds } = guardedWords(quoted.text, desk);
  const { ticket, isNew } = first
    ? { ticket: first, isNew: false }
    : await raiseIssue(
        desk,
        await raiseFrom(desk, { ...quoted, text: words }, { via, raisedBy: person, event: turn.event.id }),
      );
  if (isNew && kinds.length > 0) await tellAuthor(desk, { event: turn.event.id, ...quoted }, kinds);
  const context = await contextFor(desk, person, [ticket]);
  const mayKnow = maySee(doer.actor, ticket);
  // Who may not see it learns no key: only that there is nothing more to do.
  await turn.whisper(mayKnow ? raisedCard(ticket, context, { isNew }) : doneCard(context.words.talk.raisedBefore));
}

async function raiseFrom(
  desk: Desk,
  { message, text, author, files, permalink, at, thread, place }: QuotedMessage,
  how: { readonly via: Source['via'] } & Pick<Raise, 'raisedBy' | 'event'>,
): Promise<Raise> {
  const { via, raisedBy, event } = how;
  return {
    ...{ words: text, requester: await desk.people.byRef(author), raisedBy, at, event, thread },
    source: { via, key: message, message, files, ...(permalink ? { permalink } : {}) },
    isShared: !(await desk.chat.at(place).about(place)).isDirect,
    team: (await desk.places.channel(place))?.team,
  };
}

/** The ticket that this message has raised, or that its thread is already about; a place without threads is about many. */
async function ticketOf(desk: Desk, { message, thread, place }: QuotedMessage): Promise<Ticket | undefined> {
  const own = await desk.ticketStore.findBySource(message);
  return own ?? (thread === place ? undefined : (await desk.ticketStore.inThread(thread))[0]);
}
