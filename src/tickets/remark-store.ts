import type { Place } from '../chat/refs.ts';
import type { Copy, Remark } from './conversation.ts';

/** Where what was said about tickets is kept. */
export interface RemarkStore {
  /** @returns false when a remark with this id is there already */
  insert(remark: Remark): Promise<boolean>;
  find(id: string): Promise<Remark | undefined>;
  /** The newest `limit` remarks of a ticket, in the order they were said. */
  of(ticket: string, limit: number): Promise<readonly Remark[]>;
  /** Remarks that some thread has not got yet, in the order they were said. */
  owingOf(ticket: string): Promise<readonly Remark[]>;
  /** What was said in a place, or carried there, since then: the newest `limit`, the newest first. */
  recentIn(place: Place, since: Date, limit: number): Promise<readonly Remark[]>;
  /** Changes a remark and owes its copies anew. @returns undefined when there is none */
  change(id: string, set: RemarkPatch): Promise<Remark | undefined>;
  /** Notes which copies are made; still owing when the remark has changed since. */
  settle(remark: Remark, copies: readonly Copy[], isDone: boolean): Promise<void>;
}

export type RemarkPatch = Partial<Pick<Remark, 'text' | 'visibility' | 'editedAt' | 'deletedAt' | 'translation'>>;
