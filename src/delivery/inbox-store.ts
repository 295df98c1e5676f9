import type { ChatEvent } from '../chat/event.ts';

/** An event that was taken and is not done. */
export interface Received {
  readonly event: ChatEvent;
  /** How often it was begun, this time included. */
  readonly attempts: number;
}

/** Where events lie between their acknowledgement and the end of their handling. */
export interface InboxStore {
  /**
   * Keeps an event before it is acknowledged. It is ours alone until `ownedUntil`.
   * @returns false when this id was taken before
   */
  put(event: ChatEvent, ownedUntil: Date): Promise<boolean>;
  /** Takes one event whose time has come, the oldest first. */
  takeDue(now: Date, ownedUntil: Date): Promise<Received | undefined>;
  /** Handled: its content is forgotten, its id is kept. */
  done(id: string, now: Date): Promise<void>;
  /** To be handled again. */
  postpone(id: string, until: Date): Promise<void>;
  /** How many are taken and not done. */
  pending(): Promise<number>;
  /** Makes all that is not done due at once: only for a store that no other process uses. */
  disown(now: Date): Promise<void>;
}
