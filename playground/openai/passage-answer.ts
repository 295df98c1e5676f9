export interface NumberedPassage {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** This share of a question's words must stand in a passage. */
const enough = 0.6;

/** Answers with sentences of the passage that has most of the question's words, and quotes them. */
export function passageAnswer(question: string, passages: readonly NumberedPassage[]) {
  const best = bestPassage(question, passages);
  if (!best) return { isAnswered: false, answer: '', support: [] };
  const quotes = sentencesFor(question, best);
  return {
    isAnswered: true,
    answer: quotes.join(' '),
    support: quotes.map((quote) => ({ passage: best.number, quote: quote.slice(0, 300) })),
  };
}

export function bestPassage(question: string, passages: readonly NumberedPassage[]): NumberedPassage | undefined {
  const asked = stemsOf(question);
  if (asked.size < 2) return undefined;
  const shares = passages.map((passage) => {
    const known = stemsOf(`${passage.title} ${passage.text}`);
    return { passage, share: [...asked].filter((stem) => known.has(stem)).length / asked.size };
  });
  return shares.filter(({ share }) => share >= enough).toSorted((one, other) => other.share - one.share)[0]?.passage;
}

/** The sentence that says most of what was asked, with the one after it. */
export function sentencesFor(question: string, { text }: NumberedPassage): readonly string[] {
  const asked = stemsOf(question);
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim().length >= 15);
  const counted = sentences.map((sentence, at) => ({
    at,
    count: [...stemsOf(sentence)].filter((stem) => asked.has(stem)).length,
  }));
  const first = counted.toSorted((one, other) => other.count - one.count || one.at - other.at)[0]?.at ?? 0;
  return sentences.slice(first, first + 2).map((sentence) => sentence.trim());
}

const fillers = new Set(
  'what when where which who how get the and for with does can could should would about from have has are was this that your there into was wie wird eine einen kann ich mein meine'.split(
    ' ',
  ),
);

function stemsOf(text: string): ReadonlySet<string> {
  // A word and its form with a hyphen are the same: wifi, Wi-Fi.
  const joined = text.toLowerCase().replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '');
  const found = joined.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(found.filter((word) => !fillers.has(word)).map((word) => word.slice(0, 5)));
}
