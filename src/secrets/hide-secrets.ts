import { findSecrets } from './find-sensitive.ts';
import { replaced, type SecretKind } from './sensitive.ts';

/** What stands where a secret stood, by its kind; begins with {@link markBegins}. */
export type MarkOf = (kind: SecretKind) => string;

/** By this a text is known to have had a secret in it, in every language. */
export const markBegins = '[••••';

export interface Hidden {
  readonly text: string;
  /** Of what was hidden, each kind once, in the order of the text. */
  readonly kinds: readonly SecretKind[];
}

/** The text without the secrets in it. They cannot be put back: nobody keeps them. */
export function hideSecrets(text: string, markOf: MarkOf): Hidden {
  const spans = findSecrets(text);
  if (spans.length === 0) return { text, kinds: [] };
  return {
    text: replaced(text, spans, ({ kind }) => markOf(kind)),
    kinds: [...new Set(spans.map(({ kind }) => kind))],
  };
}

/** Whether a secret was hidden in this text before. */
export function hasHidden(text: string): boolean {
  return text.includes(markBegins);
}
