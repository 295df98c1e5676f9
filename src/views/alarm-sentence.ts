import type { Span, Text } from '../chat/text.ts';
import type { HistoryEntry } from '../tickets/history.ts';
import type { Words } from '../words/words.ts';

/** What the desk reminded of, read from the alarm that rang; undefined where that tells no more than the move itself. */
export function alarmSentence({ move, alarm = '' }: HistoryEntry, by: Span, words: Words): Text | undefined {
  if (move !== 'remind' && move !== 'breach') return undefined;
  const threshold = thresholdIn(alarm);
  if (threshold) return thresholdSentence(threshold, move, by, words);
  const kind = alarm.split(':')[0] ?? '';
  return isNamed(kind, words) ? words.history.reminders[kind](by) : undefined;
}

interface Threshold {
  readonly target: 'respond' | 'update' | 'resolve';
  readonly percent: number;
  /** Of an agreement with a team or vendor. */
  readonly isAgreed: boolean;
}

/** `sla:resolve@standard:75:kx3`, of an agreement `sla:resolve~team.net@ola:75:kx3`. */
function thresholdIn(alarm: string): Threshold | undefined {
  const found = /^sla:(respond|update|resolve)(~[^@]*)?@.*?:(\d+)(?::[^:]*)?$/.exec(alarm);
  const [, target, agreed, percent] = found ?? [];
  if (target !== 'respond' && target !== 'update' && target !== 'resolve') return undefined;
  return { target, percent: Number(percent), isAgreed: agreed !== undefined };
}

function thresholdSentence({ target, percent, isAgreed }: Threshold, move: string, by: Span, words: Words): Text {
  const { history, ticket } = words;
  const name = ticket.targets[target];
  if (move === 'breach') return isAgreed ? history.breachOfAgreed(name) : history.breachOf(name);
  return isAgreed ? history.remindOfAgreed(by, percent, name) : history.remindOf(by, percent, name);
}

function isNamed(kind: string, { history }: Words): kind is keyof Words['history']['reminders'] {
  return Object.hasOwn(history.reminders, kind);
}
