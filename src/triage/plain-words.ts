/**
 * In lower case, with one kind of apostrophe, and with stand-ins for what is never twice the same: addresses become
 * `@mail`, links `@link`, every run of digits `0`.
 */
export function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/<?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.-]*\w(?:\|[^>]*>)?/gu, '@mail')
    .replaceAll(/<?https?:\S+/gu, '@link')
    .replaceAll(/\d+/gu, '0')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1');
}

/** The words of a text that {@link plainly} has made plain. */
export function wordsOf(plain: string): readonly string[] {
  return plain.match(/@?[\p{L}\p{M}\p{N}']+/gu) ?? [];
}

/** A pattern of whole words in any script; `\b` knows ASCII only. A space in a phrase stands for any white space, ` ?` for none, too. */
export function anyPhrase(phrases: readonly string[]): RegExp {
  const sources = phrases.map((phrase) => phrase.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}'@])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Whether two words differ by no more than one letter that is added, left out, changed, or swapped with its neighbour. */
export function isWithinOneEdit(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
