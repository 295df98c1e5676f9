import { smallTalkCard } from '../src/views/small-talk-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { raiseQuoted } from './raise-quoted.ts';

/** "Raise as issue" in a message's menu. */
export const raiseByShortcut: ActionFlow = async (turn, desk) => {
  const { target } = turn.event;
  if (target && !target.isFromBot) return raiseQuoted(turn, desk, target, 'shortcut');
  const { person } = await whoActs(turn, desk);
  await turn.whisper(smallTalkCard('empty', await contextFor(desk, person)));
};
