import type { MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { ChannelConfig } from '../src/config/desk-config.ts';
import type { Desk } from '../src/desk.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { smallTalkIn } from '../src/triage/small-talk.ts';
import { takenPrivatelyCard } from '../src/views/taken-privately-card.ts';
import { contextFor, whoActs } from './acting.ts';
import { answerSmallTalk } from './answer-small-talk.ts';
import { raiseIssue } from './raise-issue.ts';
import { raiseQuoted } from './raise-quoted.ts';

/**
 * Words that were meant for the desk: small talk gets a short answer, everything else becomes a ticket.
 * @param before a closed ticket of the same thread, which the new one follows
 */
export async function raiseByMessage(
  turn: Turn<MessageEvent>,
  desk: Desk,
  channel: ChannelConfig | undefined,
  before?: Ticket,
): Promise<void> {
  const { event } = turn;
  const talk = event.files.length === 0 ? smallTalkIn(event.text) : undefined;
  if (talk === 'empty' && event.mentionsDesk && event.isReply) return raiseRootOf(turn, desk);
  if (talk) return answerSmallTalk(turn, desk, talk);
  const { person } = await whoActs(turn, desk);
  const { ticket, isNew } = await raiseIssue(desk, {
    words: event.text,
    requester: person,
    raisedBy: person,
    source: {
      via: before ? 'followUp' : event.setting === 'direct' ? 'direct' : event.mentionsDesk ? 'mention' : 'channel',
      key: event.message,
      message: event.message,
      files: event.files,
      // Nobody but the author could open a link into a direct conversation.
      ...(event.permalink && event.setting !== 'direct' ? { permalink: event.permalink } : {}),
    },
    at: event.at,
    event: event.id,
    thread: event.thread,
    isShared: event.setting !== 'direct',
    team: channel?.team ?? before?.team,
    said: { service: before?.service, confidential: before?.confidential ?? false },
    ...(before ? { links: [{ kind: 'related', to: before.key }] } : {}),
  });
  if (isNew && ticket.confidential && event.setting !== 'direct') {
    await turn.whisper(takenPrivatelyCard(ticket, await contextFor(desk, person, [ticket])));
  }
}

/** "@desk" alone under somebody's message means that message. */
async function raiseRootOf(turn: Turn<MessageEvent>, desk: Desk): Promise<void> {
  const adapter = desk.chat.at(turn.event.thread);
  const message = adapter.rootOf(turn.event.thread);
  const root = message && (await adapter.message(message));
  if (root && !root.isFromBot) await raiseQuoted(turn, desk, root, 'mention');
  else await answerSmallTalk(turn, desk, 'empty');
}
