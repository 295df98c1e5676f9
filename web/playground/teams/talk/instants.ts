import type { WirePost } from '../../../../playground/page/teams/wire.ts';
import { clockTime } from '../../blocks/dates.ts';

/** A message's id is the instant at which it was written, in milliseconds. */
export function instantIn({ id }: Pick<WirePost, 'id'>): Date {
  return new Date(Number(id));
}

/** The same in the form of Slack's time stamps, in which the page reckons days. */
export function stampOf({ id }: Pick<WirePost, 'id'>): string {
  return String(Number(id) / 1000);
}

export function clockTimeOf(post: Pick<WirePost, 'id'>): string {
  return clockTime(stampOf(post));
}
