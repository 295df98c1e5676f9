import { z } from 'zod';
import type { Passage } from '../../assistant.ts';
import { isSupported } from '../is-supported.ts';
import type { ModelTask } from '../model-task.ts';
import { answerPrompt } from '../prompts/answer-prompt.ts';
import type { SameLanguage } from '../same-language.ts';

const shape = z.object({
  isAnswered: z.boolean(),
  answer: z.string(),
  support: z.array(z.object({ passage: z.int(), quote: z.string() })),
});

/** Words with the passages that carry them; without a text it does not know. */
export interface ModelAnswer {
  readonly text?: string;
  readonly citations: readonly string[];
}

const longestQuestion = 2000;
const longestPassage = 2000;
const mostPassages = 12;
const longestAnswer = 3000;
const unknown: ModelAnswer = { citations: [] };

export function answerTask(question: string, passages: readonly Passage[], language: SameLanguage) {
  const given = passages.slice(0, mostPassages);
  return {
    purpose: 'answers',
    name: 'answer',
    instructions: answerPrompt,
    data: { question: question.slice(0, longestQuestion), passages: numbered(given) },
    shape,
    maxTokens: 700,
    read: async ({ isAnswered, answer, support }) => {
      if (!isAnswered) return { value: unknown };
      const text = answer.trim();
      if (text === '' || text.length > longestAnswer) return undefined;
      if (!(await isInTheirLanguage(text, question, given, language))) return undefined;
      const quotes = support.map(({ passage, quote }) => ({ passage: given[passage - 1], quote }));
      const cited = isSupported(text, question, quotes);
      if (!cited) return { value: unknown, isUnsupported: true };
      return { value: { text, citations: cited } };
    },
  } satisfies ModelTask<typeof shape, ModelAnswer>;
}

/** That of the question; where this is too short to tell, that of a passage. */
async function isInTheirLanguage(
  text: string,
  question: string,
  passages: readonly Passage[],
  language: SameLanguage,
): Promise<boolean> {
  const told = await language.of(text);
  if (told === undefined) return true;
  const asked = await language.of(question);
  if (asked !== undefined) return asked === told;
  const theirs = await Promise.all(passages.map((passage) => language.of(passage.text)));
  return theirs.every((one) => one === undefined) || theirs.includes(told);
}

/** Numbers instead of ids: masking cannot spoil them. */
export function numbered(passages: readonly Passage[]) {
  return passages.map(({ title, text }, at) => ({ number: at + 1, title, text: text.slice(0, longestPassage) }));
}
