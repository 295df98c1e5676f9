import type { Block, Card } from '../chat/card.ts';
import type { SecretKind } from '../secrets/sensitive.ts';
import { offerSecretButton } from './secret-drop-card.ts';
import { paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface WhatWasHidden {
  readonly kinds: readonly SecretKind[];
  /** Where it was written: a message stays where it is, what was sent in by a form or a command is gone. */
  readonly message?: { readonly permalink?: string | undefined };
  /** Whether somebody else brought the message to the desk. */
  readonly isByOther?: boolean;
}

/** Tells who wrote a secret what was hidden, how to make it worthless, and how to delete their message. */
export function hiddenSecretCard({ kinds, message, isByOther }: WhatWasHidden, { words }: ViewContext): Card {
  const { secrets } = words;
  const { permalink } = message ?? {};
  const howToDelete: readonly Block[] = message
    ? [paragraph(permalink ? secrets.deleteHow(permalink) : secrets.deleteHowHere)]
    : [];
  return {
    title: secrets.hiddenTitle,
    blocks: [
      paragraph(isByOther ? secrets.hiddenByOther : secrets.hidden),
      {
        kind: 'facts',
        facts: kinds.map((kind) => ({ label: secrets.kinds[kind].name, value: secrets.kinds[kind].rotate })),
      },
      ...howToDelete,
      quiet(secrets.noSecret),
    ],
    buttons: [offerSecretButton('mine', words)],
  };
}
