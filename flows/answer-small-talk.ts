import type { CommandEvent, MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Talk } from '../src/triage/small-talk.ts';
import { smallTalkCard } from '../src/views/small-talk-card.ts';
import { contextFor, whoActs } from './acting.ts';

/** Words that are no issue open nothing and get a short fitting answer, which only their author sees. */
export async function answerSmallTalk(turn: Turn<MessageEvent | CommandEvent>, desk: Desk, talk: Talk): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const context = await contextFor(desk, person);
  if (talk !== 'status') {
    await turn.whisper(smallTalkCard(talk, context));
    return;
  }
  const open = await desk.tickets.list({ kind: 'openOf', person: person.id }, doer.actor, 0, 5);
  await turn.whisper(smallTalkCard('status', context, { open }));
}
