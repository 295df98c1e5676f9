import type { MessageRef } from '../chat/refs.ts';
import type { SealedDrop, SecretDrop } from './secret-drop.ts';

/** Where secrets lie until they are opened, sealed. Each change is one atomic write, so that of two only one is first. */
export interface DropStore {
  insert(drop: SealedDrop): Promise<void>;
  find(id: string): Promise<SealedDrop | undefined>;
  /** From asked to filled. @returns undefined when it was filled, or is over */
  fill(
    id: string,
    by: { readonly entryHash: string; readonly now: Date },
    sealed: Sealed,
  ): Promise<SecretDrop | undefined>;
  /** Back to asked, for nobody could be told of it; what was sealed is forgotten. */
  empty(id: string, keyHash: string): Promise<void>;
  /** Somebody gets a link of their own. @returns false when it is not there to be opened any more */
  grant(id: string, grant: SealedDrop['grants'][number], now: Date): Promise<boolean>;
  /** From filled to opened. @returns what lay there, which is gone from then on; undefined for whoever comes second */
  open(id: string, grantHash: string, now: Date): Promise<SealedDrop | undefined>;
  /** One that is over and was not opened becomes expired, and what it held is gone; undefined when there is none. */
  expireOne(now: Date): Promise<SecretDrop | undefined>;
  noteCards(
    id: string,
    cards: { readonly entry?: readonly MessageRef[]; readonly open?: readonly MessageRef[] },
  ): Promise<void>;
}

export interface Sealed {
  readonly keyHash: string;
  readonly sealed: string;
}
