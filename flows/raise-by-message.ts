import type { MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { ChannelConfig } from '../src/config/desk-config.ts';
import type { Desk } from '../src/desk.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { takenPrivatelyCard } from '../src/views/taken-privately-card.ts';
import { contextFor, whoActs } from './acting.ts';
import { answerSmallTalk, talkIn } from './answer-small-talk.ts';
import { handToHuman } from './hand-to-human.ts';
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
  const spoken = talkIn(event, desk);
  if (spoken?.talk === 'empty' && event.mentionsDesk && event.isReply) return raiseRootOf(turn, desk);
  const raise = (title?: string) => raiseFrom(turn, desk, channel, { before, title });
  if (spoken?.talk === 'human' && spoken.isAll) return handToHuman(turn, desk, raise);
  if (spoken && spoken.talk !== 'human' && (await answerSmallTalk(turn, desk, { ...spoken, talk: spoken.talk })))
    return;
  const { ticket } = await raise();
  if (spoken?.talk === 'human') await sayWhoComes(turn, desk, ticket);
}

async function raiseFrom(
  turn: Turn<MessageEvent>,
  desk: Desk,
  channel: ChannelConfig | undefined,
  { before, title }: { readonly before: Ticket | undefined; readonly title: string | undefined },
): Promise<{ readonly ticket: Ticket }> {
  const { event } = turn;
  const { person } = await whoActs(turn, desk);
  const { ticket, isNew } = await raiseIssue(desk, {
    ...{ words: event.text, title, requester: person, raisedBy: person },
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
  return { ticket };
}

/** They asked for a person in passing; what they said is an issue all the same. */
async function sayWhoComes(turn: Turn<MessageEvent>, desk: Desk, ticket: Ticket): Promise<void> {
  const { person } = await whoActs(turn, desk);
  const { words, teamName } = await contextFor(desk, person, [ticket]);
  await turn.whisper(doneCard(words.triage.human.comes(ticket.key, teamName(ticket.team))));
}

/** "@desk" alone under somebody's message means that message. */
async function raiseRootOf(turn: Turn<MessageEvent>, desk: Desk): Promise<void> {
  const adapter = desk.chat.at(turn.event.thread);
  const message = adapter.rootOf(turn.event.thread);
  const root = message && (await adapter.message(message));
  if (root && !root.isFromBot) await raiseQuoted(turn, desk, root, 'mention');
  else await answerSmallTalk(turn, desk, { talk: 'empty', isAll: true });
}
