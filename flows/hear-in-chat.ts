import type { MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import type { Remark } from '../src/tickets/conversation.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { secretNamedIn } from '../src/triage/opening.ts';
import { smallTalkIn } from '../src/triage/small-talk.ts';
import { addedCard } from '../src/views/added-card.ts';
import { contextFor, whoActs } from './acting.ts';
import { continueTalk } from './continue-talk.ts';
import { goingOn } from './going-on.ts';
import { raiseByMessage } from './raise-by-message.ts';

/** After so long without a word a matter is no longer what one is talking about. */
const talkedAboutMs = 10 * 60_000;

/**
 * A place without threads, such as a chat of Teams: what the words belong to has to be found out, and the desk says what it
 * took them for. An answer to a message belongs to its ticket, without more words.
 */
export async function hearInChat(turn: Turn<MessageEvent>, desk: Desk): Promise<void> {
  const { event } = turn;
  const answered = await ticketAnswered(event, desk);
  if (answered) return continueTalk(turn, desk, answered);
  const { person } = await whoActs(turn, desk);
  const meant = await ticketMeant(event, person, desk);
  if (meant) {
    await continueTalk(turn, desk, meant);
    await turn.whisper(addedCard(meant, event.message, await contextFor(desk, person, [meant])));
    return;
  }
  const channel = event.setting === 'direct' ? undefined : await desk.places.channel(event.place);
  if (event.setting === 'direct' || event.mentionsDesk || channel?.open === 'message') {
    return raiseByMessage(turn, desk, channel);
  }
}

/** The quoted message raised this ticket, is its card, was said about it, or names its key. */
async function ticketAnswered({ quoted, place }: MessageEvent, desk: Desk): Promise<Ticket | undefined> {
  if (!quoted) return undefined;
  const { message, text } = quoted;
  const here = await desk.ticketStore.inThread(place);
  const key = /\b(?:INC|REQ|PRB|CHG)-\d+\b/.exec(text)?.[0];
  const remark = (await desk.remarks.recentIn(place, new Date(0), 100)).find((one) => liesAs(one, message));
  const found =
    (await desk.ticketStore.findBySource(message)) ??
    here.find(({ cards }) => cards.some((slot) => slot.message === message)) ??
    (remark && (await desk.ticketStore.find(remark.ticket))) ??
    here.find((ticket) => ticket.key === key);
  return found && goingOn(found, desk);
}

function liesAs({ id, copies }: Remark, message: string): boolean {
  return id === message || copies.some((copy) => copy.message === message || copy.more?.includes(message));
}

/** What waits for this person's answer, else what was talked about here last, not long ago. Delivered again, the same. */
async function ticketMeant(event: MessageEvent, person: Person, desk: Desk): Promise<Ticket | undefined> {
  if (await desk.ticketStore.findBySource(event.message)) return undefined;
  const heard = await desk.remarks.find(event.message);
  if (heard) return desk.ticketStore.find(heard.ticket);
  const waiting = await desk.ticketStore.waitingFor(person.id, event.place);
  // Sure words only: _and now?_ belongs to what one is talking about, and so does the wish for a person.
  const isSmallTalk = event.files.length === 0 && smallTalkIn(event.text) !== undefined;
  const meant = waiting ?? (isSmallTalk ? undefined : await talkedAbout(event, person, desk));
  // A guess never carries to another team what only a confidential one may read.
  const isSecret = secretNamedIn(desk.triage.judge(event.text), desk.config().services) !== undefined;
  return isSecret && !meant?.confidential ? undefined : meant;
}

async function talkedAbout(event: MessageEvent, person: Person, desk: Desk): Promise<Ticket | undefined> {
  const { place, at, setting } = event;
  const since = new Date(at.getTime() - talkedAboutMs);
  const recent = await desk.remarks.recentIn(place, since, 20);
  // What stands in a chat of two is theirs; among several it has to be their own words.
  const said = recent.find(({ author, deletedAt }) => !deletedAt && (setting === 'direct' || author === person.id));
  const raised = (await desk.ticketStore.inThread(place)).find(
    ({ openedAt, requester, raisedBy }) => openedAt >= since && [requester, raisedBy].includes(person.id),
  );
  const isRaisedLater = raised && !(said && said.at > raised.openedAt);
  const ticket = isRaisedLater ? raised : said && (await desk.ticketStore.find(said.ticket));
  const last = ticket && (await goingOn(ticket, desk));
  return last && last.status !== 'closed' && last.status !== 'cancelled' ? last : undefined;
}
