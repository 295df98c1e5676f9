import type { Inbox } from '../delivery/inbox.ts';
import type { Desk } from '../desk.ts';
import type { AlarmRinger } from './alarm-ringer.ts';
import type { DigestSender } from './digest-sender.ts';

/** What a job works with. */
export type JobDesk = Desk & {
  readonly inbox: Inbox;
  readonly ringer: AlarmRinger;
  readonly digestSender: DigestSender;
};

/** Something the desk does by itself. Safe to repeat: two runs do what one does. */
export interface Job {
  readonly name: string;
  /** How often, in agenda's words: `1 minute`. */
  readonly every: string;
  run(desk: JobDesk, now: Date): Promise<void>;
}
