/** About so many tokens, where a server does not count them. */
export function tokensIn(...texts: readonly string[]): number {
  return Math.ceil(lengthOf(texts) / 4);
}

/** Hardly ever more, whatever the language. */
export function tokensInAtMost(...texts: readonly string[]): number {
  return Math.ceil(lengthOf(texts) / 2.5) + 20;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}
