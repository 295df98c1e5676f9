import { languageOf } from '../knowledge/languages.ts';
import { folded, termsIn, wordsOf } from '../knowledge/words-of.ts';
import type { Answer, Assistant, Passage, Said, TriageResult, Words } from './assistant.ts';
import { shortened } from './model/shortened.ts';

/** Whatever reads a message on this machine: `LocalTriage`. */
export interface Reader {
  triage(text: string): TriageResult;
}

/** This share of a question's words must stand in a passage and its title before it is given as an answer. */
const enoughWords = 0.6;
/** A question of one word says too little to be sure of anything. */
const fewestWords = 2;
/** Another passage is given, too, when it has nearly as many. */
const nearlyAsGood = 0.8;
const mostPassages = 2;

/**
 * The assistant without a model: what it knows, it learnt on this machine, and what it says, somebody has written. It has no
 * words of its own, so that it translates nothing.
 */
export class LocalAssistant implements Assistant {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async triage(words: string): Promise<TriageResult> {
    return this.#reader.triage(words);
  }

  async answer(question: string, passages: readonly Passage[]): Promise<Answer> {
    const fitting = fittingPassages(question, passages);
    if (fitting.length === 0) return { citations: [], by: 'local' };
    return {
      text: fitting.map(({ text }) => text.trim()).join('\n\n'),
      citations: fitting.map(({ id }) => id),
      by: 'local',
    };
  }

  async summarise(talk: readonly Said[]): Promise<Words> {
    return spoken(shortened(talk));
  }

  /** What an article says about what the requester said last; never anything but that. */
  async draftReply(talk: readonly Said[], passages: readonly Passage[]): Promise<Words> {
    const asked = talk.findLast(({ by }) => by === 'requester')?.text ?? '';
    const [best] = fittingPassages(asked, passages);
    return spoken(best?.text.trim());
  }

  async translate(): Promise<Words> {
    return { by: 'local' };
  }
}

function spoken(text: string | undefined): Words {
  return text ? { text, by: 'local' } : { by: 'local' };
}

/** The best first; none unless it carries an answer. */
function fittingPassages(question: string, passages: readonly Passage[]): readonly Passage[] {
  const ranked = passages
    .map((passage) => ({ passage, share: shareOf(question, passage) }))
    .filter(({ share }) => share >= enoughWords)
    .toSorted((one, other) => other.share - one.share);
  const best = ranked[0]?.share ?? 0;
  return ranked
    .filter(({ share }) => share >= best * nearlyAsGood)
    .slice(0, mostPassages)
    .map(({ passage }) => passage);
}

/** The share of the question's words, each once, that a passage or its title has. */
function shareOf(question: string, { title, text }: Passage): number {
  const whole = `${title}\n${text}`;
  const language = languageOf(wordsOf(whole).map((word) => folded(word.text)));
  const known = new Set(termsIn(whole, language));
  const asked = [...new Set(termsIn(question, language))];
  return asked.length < fewestWords ? 0 : asked.filter((term) => known.has(term)).length / asked.length;
}
