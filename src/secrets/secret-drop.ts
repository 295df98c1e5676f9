import type { MessageRef } from '../chat/refs.ts';

export const dropStates = ['asked', 'filled', 'opened', 'expired'] as const;
export type DropState = (typeof dropStates)[number];

/** A secret that is handed over once: somebody enters it on a page, somebody else opens it on another. */
export interface SecretDrop {
  /** Random; tells nothing and opens nothing. */
  readonly id: string;
  /** The ticket's key. */
  readonly ticket: string;
  /** Who enters it. */
  readonly from: string;
  /** Who may open it: the ticket's team, or its requester. */
  readonly to: 'team' | 'requester';
  /** Who asked for it; the same as `from` when it was offered. */
  readonly askedBy: string;
  readonly state: DropState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly opened?: { readonly by: string; readonly at: Date };
  /** What was said about it to who enters it, and to who opens it: drawn anew as its state changes. */
  readonly entryCards: readonly MessageRef[];
  readonly openCards: readonly MessageRef[];
}

/** What lies in the store beside it. Nothing of it opens anything without what only the links say. */
export interface SealedDrop extends SecretDrop {
  /** SHA-256 of what the link for entering says. */
  readonly entryHash: string;
  /** SHA-256 of the key; there once it is filled, as is what it seals. */
  readonly keyHash?: string;
  readonly sealed?: string;
  /** For each person who was given a link: the key, sealed with what that link says. */
  readonly grants: readonly { readonly hash: string; readonly person: string; readonly sealedKey: string }[];
}
