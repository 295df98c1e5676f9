import type { Act, Guess } from './assistant.ts';
import { smallTalkIn, type Talk } from './small-talk.ts';

/** Words that raise no issue as they stand, and what they want instead. */
export type SpokenTalk = Talk | 'human' | 'praise' | 'outOfScope';

export interface Spoken {
  readonly talk: SpokenTalk;
  /** There is nothing else in the message. */
  readonly isAll: boolean;
}

/** A message of nothing but such words; the rules say so from here on. */
const allOfIt = 0.9;
/** It speaks of this in passing, and of nothing that desks are asked about. */
const inPassing = 0.7;

/** Acts by what they are answered with. A wish for help is an issue: what it is about is asked. */
const answers: Readonly<Partial<Record<Act, SpokenTalk>>> = {
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'smallTalk',
  praise: 'praise',
  smallTalk: 'smallTalk',
  reply: 'smallTalk',
  status: 'status',
  human: 'human',
  outOfScope: 'outOfScope',
};

/** These are meant though the message says more. */
const meantInPassing: readonly SpokenTalk[] = ['human', 'status', 'outOfScope'];

/**
 * What a message wants that is no issue; undefined where there is any doubt, for then it is one.
 * @param act what the rules say of it
 */
export function talkOf(text: string, act: Guess<Act>): Spoken | undefined {
  const sure = smallTalkIn(text);
  if (sure) return { talk: sure, isAll: true };
  const talk = answers[act.value];
  if (!talk || act.by !== 'rules') return undefined;
  if (act.confidence >= allOfIt) return { talk, isAll: true };
  return act.confidence >= inPassing && meantInPassing.includes(talk) ? { talk, isAll: false } : undefined;
}
