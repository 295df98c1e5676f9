import { DeskError, type DeskErrorCode } from '../errors.ts';
import type { PermittedAction } from './permissions.ts';
import type { Status } from './ticket.ts';

/** Why the desk says no; `src/words` has the sentence for each, in every language. */
export type RefusalReason =
  | { readonly kind: 'notFound'; readonly key: string }
  | { readonly kind: 'notAllowed'; readonly key: string; readonly action: PermittedAction; readonly team: string }
  | { readonly kind: 'agentsOnly' }
  | { readonly kind: 'claimedBy'; readonly key: string; readonly person: string; readonly at: Date }
  | { readonly kind: 'wrongState'; readonly key: string; readonly status: Status }
  | { readonly kind: 'reopenTooLate'; readonly key: string; readonly days: number }
  | { readonly kind: 'goesOnIn'; readonly key: string; readonly into: string }
  | { readonly kind: 'sameTicket'; readonly key: string }
  | { readonly kind: 'sameTeam'; readonly key: string; readonly team: string }
  | { readonly kind: 'notAnAgent'; readonly person: string }
  | { readonly kind: 'answeredBefore'; readonly key: string }
  | { readonly kind: 'changedMeanwhile'; readonly key: string };

/** An expected no. The router turns the reason into words in the reader's language. */
export class Refusal extends DeskError {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(codes[reason.kind], `refused: ${reason.kind}`);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

const codes: Record<RefusalReason['kind'], DeskErrorCode> = {
  notFound: 'not_found',
  notAllowed: 'not_allowed',
  agentsOnly: 'not_allowed',
  claimedBy: 'conflict',
  wrongState: 'conflict',
  reopenTooLate: 'conflict',
  goesOnIn: 'conflict',
  sameTicket: 'invalid',
  sameTeam: 'invalid',
  notAnAgent: 'invalid',
  answeredBefore: 'conflict',
  changedMeanwhile: 'conflict',
};
