import { findCardNumbers } from './card-numbers.ts';
import { findEmails, findIpAddresses, findPhones } from './contacts.ts';
import { findIbans } from './iban.ts';
import { findKnownForms } from './known-forms.ts';
import { findLonePassword } from './lone-passwords.ts';
import { findNationalIds } from './national-ids.ts';
import { findSaid } from './said-passwords.ts';
import { joined, type SecretKind, type Span } from './sensitive.ts';

/** Which of a person's data are masked; secrets, account numbers and national ids always are. */
export interface MaskingRules {
  readonly emails: boolean;
  readonly phones: boolean;
  readonly ipAddresses: boolean;
}

/** Passwords, keys, tokens, and numbers of payment cards; in order of place, apart from each other. */
export function findSecrets(text: string): readonly Span<SecretKind>[] {
  const found = [...findKnownForms(text), ...findSaid(text), ...findCardNumbers(text)];
  return found.length > 0 ? joined(found) : findLonePassword(text);
}

/** Secrets, and what tells of a person; in order of place, apart from each other. */
export function findSensitive(text: string, rules: MaskingRules): readonly Span[] {
  return joined<Span['kind']>([
    ...findSecrets(text),
    ...findIbans(text),
    ...findNationalIds(text),
    ...(rules.emails ? findEmails(text) : []),
    ...(rules.phones ? findPhones(text) : []),
    ...(rules.ipAddresses ? findIpAddresses(text) : []),
  ]);
}
