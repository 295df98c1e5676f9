import { findSensitive, type MaskingRules } from './find-sensitive.ts';
import { replaced, type SensitiveKind } from './sensitive.ts';

export type { MaskingRules } from './find-sensitive.ts';

/** What is masked where desk.yaml says nothing. An IP address tells more of a fault than of a person. */
export const defaultMasking: MaskingRules = { emails: true, phones: true, ipAddresses: false };

export interface Masked {
  /** The text with placeholders such as `[EMAIL_1]` in it. */
  readonly text: string;
  /** Puts back what stood there, in this text or in one that was made from it. Other words in brackets stay. */
  readonly unmask: (text: string) => string;
}

export interface MaskedTexts {
  /** In the order in which they were given; the same value has the same placeholder in each. */
  readonly texts: readonly string[];
  readonly unmask: (text: string) => string;
}

/** Hides what must not leave the machine. What stood there is kept in memory alone, by `unmask`. */
export function mask(text: string, rules: MaskingRules): Masked {
  const { texts, unmask } = maskAll([text], rules);
  return { text: texts[0] ?? '', unmask };
}

/** Hides what must not leave the machine in several texts that go together. */
export function maskAll(texts: readonly string[], rules: MaskingRules): MaskedTexts {
  const placeholders = new Placeholders(texts);
  const masked = texts.map((text) =>
    replaced(text, findSensitive(text, rules), ({ kind, start, end }) =>
      placeholders.for(names[kind], text.slice(start, end)),
    ),
  );
  return { texts: masked, unmask: (text) => placeholders.putBack(text) };
}

const names: Readonly<Record<SensitiveKind, string>> = {
  privateKey: 'PRIVATE_KEY',
  connection: 'PASSWORD',
  awsKey: 'KEY',
  azureKey: 'KEY',
  googleKey: 'KEY',
  githubToken: 'TOKEN',
  gitlabToken: 'TOKEN',
  slackToken: 'TOKEN',
  openaiKey: 'KEY',
  stripeKey: 'KEY',
  jwt: 'TOKEN',
  token: 'TOKEN',
  recoveryKey: 'KEY',
  password: 'PASSWORD',
  pin: 'PIN',
  cardNumber: 'CARD',
  iban: 'IBAN',
  nationalId: 'ID',
  email: 'EMAIL',
  ipAddress: 'IP',
  phone: 'PHONE',
};

const form = /\[[A-Z_]{2,11}_\d{1,9}\]/g;

/** Numbered from 1 for each name; a placeholder that somebody wrote themselves is never given. */
class Placeholders {
  readonly #taken: ReadonlySet<string>;
  readonly #byValue = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #last = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.#taken = new Set(texts.flatMap((text) => text.match(form) ?? []));
  }

  for(name: string, value: string): string {
    const known = this.#byValue.get(`${name} ${value}`);
    if (known !== undefined) return known;
    let number = this.#last.get(name) ?? 0;
    let placeholder: string;
    do {
      number += 1;
      placeholder = `[${name}_${number}]`;
    } while (this.#taken.has(placeholder));
    this.#last.set(name, number);
    this.#byValue.set(`${name} ${value}`, placeholder);
    this.#values.set(placeholder, value);
    return placeholder;
  }

  putBack(text: string): string {
    return text.replace(form, (placeholder) => this.#values.get(placeholder) ?? placeholder);
  }
}
