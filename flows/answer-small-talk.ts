import type { CommandEvent, MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { type Spoken, talkOf } from '../src/triage/talk-of.ts';
import { type SmallTalk, smallTalkCard } from '../src/views/small-talk-card.ts';
import { contextFor, whoActs } from './acting.ts';

/** What a message wants that is no issue: see `talkOf`. Whoever sends a file has something to show. */
export function talkIn({ text, files = [] }: Words, desk: Desk): Spoken | undefined {
  return files.length === 0 ? talkOf(text, desk.triage.judge(text).rules.act) : undefined;
}

interface Words {
  readonly text: string;
  readonly files?: readonly unknown[];
}

/**
 * Words that are no issue open nothing and get a short fitting answer, which only their author sees.
 * @returns false when they ask in passing how things stand, and there is nothing of theirs that could: then they mean an issue
 */
export async function answerSmallTalk(
  turn: Turn<MessageEvent | CommandEvent>,
  desk: Desk,
  { talk, isAll }: { readonly talk: SmallTalk; readonly isAll: boolean },
): Promise<boolean> {
  const { person, doer } = await whoActs(turn, desk);
  const context = await contextFor(desk, person);
  if (talk !== 'status') {
    await turn.whisper(smallTalkCard(talk, context));
    return true;
  }
  const open = await desk.tickets.list({ kind: 'openOf', person: person.id }, doer.actor, 0, 5);
  if (!isAll && open.total === 0) return false;
  await turn.whisper(smallTalkCard('status', context, { open }));
  return true;
}
