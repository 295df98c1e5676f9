import { type Language, languageOf } from './languages.ts';
import { folded, termsIn, wordsOf } from './words-of.ts';

interface Carrying {
  readonly title: string;
  readonly text: string;
}

/** From this share of its words on, a text says what the passages say. */
const enoughWords = 0.6;

/**
 * Whether passages carry a text that claims to rest on them: most of its words are theirs, and so are all of its numbers,
 * addresses and commands. What a model has made up, or was told to say, is not.
 */
export function isCarriedBy(text: string, passages: readonly Carrying[]): boolean {
  const whole = passages.map(({ title, text: words }) => `${title}\n${words}`).join('\n');
  if (!exactParts(text).every((part) => whole.toLowerCase().includes(part))) return false;
  const language = languageIn(whole);
  const known = new Set(termsIn(whole, language));
  const said = new Set(termsIn(text, language));
  if (said.size === 0) return false;
  return [...said].filter((term) => known.has(term)).length / said.size >= enoughWords;
}

/** What must be right to the letter. */
function exactParts(text: string): readonly string[] {
  const exact =
    text.toLowerCase().match(/(?:https?:\/\/|www\.)[^\s<>()"']+|[^\s@<>()]+@[^\s@<>()]+|`[^`]+`|\d[\d.,:/-]*/g) ?? [];
  return exact
    .map((part) => part.replaceAll('`', '').replace(/[.,:;!?/-]+$/, ''))
    .filter((part) => !isListNumber(part));
}

/** Steps are numbered anew. */
function isListNumber(part: string): boolean {
  return /^\d$/.test(part);
}

function languageIn(text: string): Language {
  return languageOf(wordsOf(text).map((word) => folded(word.text)));
}
