import type { PersonRef } from '../chat/refs.ts';
import type { Mention } from '../chat/text.ts';

/** One person across platforms: the e-mail in lower case, or a platform's reference where no e-mail is known. */
export type PersonId = string;

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email?: string;
  /** Where this person can be reached, one per platform and workspace; first where they last did something. */
  readonly refs: readonly PersonRef[];
  /** IANA. */
  readonly timeZone?: string;
  /** BCP 47. */
  readonly locale?: string;
  /** False once the platform says that the account is deactivated. */
  readonly isActive: boolean;
  /** When the platform was last asked. */
  readonly checkedAt: Date;
}

/** Names a person on a card. */
export function mentionOf(person: Person): Mention {
  return { kind: 'mention', refs: person.refs, name: person.name };
}
