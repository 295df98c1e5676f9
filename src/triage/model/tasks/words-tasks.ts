import { z } from 'zod';
import type { Passage, Said } from '../../assistant.ts';
import { hasNoNewLink, hasNothingNew } from '../is-supported.ts';
import type { Json } from '../masked-data.ts';
import type { ModelTask } from '../model-task.ts';
import { draftPrompt, summaryPrompt, translationPrompt } from '../prompts/words-prompts.ts';
import type { SameLanguage } from '../same-language.ts';
import { numbered } from './answer-task.ts';

const summaryShape = z.object({ summary: z.string() });
const draftShape = z.object({ reply: z.string().nullable() });
const translationShape = z.object({ translation: z.string() });

const longestWords = 4000;
/** The end of a long talk says how it stands; its first words say what it is about. */
const longestTalk = 12_000;
const mostPassages = 6;

/** @param to ISO 639-1, as in the following */
export function summaryTask(talk: readonly Said[], to: string, language: SameLanguage) {
  return {
    ...{ purpose: 'summaries', name: 'summary', instructions: summaryPrompt(to), maxTokens: 500 },
    data: { talk: talkOf(talk) },
    shape: summaryShape,
    read: ({ summary }) => wordsIn(summary, { to, language, isTrue: (text) => hasNothingNew(text, sourceOf(talk)) }),
  } satisfies ModelTask<typeof summaryShape, string>;
}

export function draftTask(talk: readonly Said[], passages: readonly Passage[], to: string, language: SameLanguage) {
  const given = passages.slice(0, mostPassages);
  const source = [sourceOf(talk), ...given.map(({ title, text }) => `${title}\n${text}`)].join('\n');
  return {
    ...{ purpose: 'drafts', name: 'draft', instructions: draftPrompt(to), maxTokens: 600 },
    data: { talk: talkOf(talk), passages: numbered(given) },
    shape: draftShape,
    read: async ({ reply }) =>
      reply === null
        ? { value: undefined }
        : wordsIn(reply, { to, language, isTrue: (text) => hasNothingNew(text, source) }),
  } satisfies ModelTask<typeof draftShape, string | undefined>;
}

export function translationTask(text: string, to: string, language: SameLanguage) {
  return {
    ...{ purpose: 'translation', name: 'translation', instructions: translationPrompt(to) },
    // A text may grow by half when it is translated.
    maxTokens: Math.min(4000, 200 + text.length),
    data: { text },
    shape: translationShape,
    read: ({ translation }) => wordsIn(translation, { to, language, isTrue: (said) => hasNoNewLink(said, text) }),
  } satisfies ModelTask<typeof translationShape, string>;
}

interface WordsCheck {
  readonly to: string;
  readonly language: SameLanguage;
  /** Nothing stands in it that its source does not have. */
  readonly isTrue: (text: string) => boolean;
}

async function wordsIn(said: string, { to, language, isTrue }: WordsCheck) {
  const text = said.trim();
  if (text === '' || text.length > longestWords || !isTrue(text)) return undefined;
  return (await language.isIn(text, to)) ? { value: text } : undefined;
}

function sourceOf(talk: readonly Said[]): string {
  return talk.map(({ text }) => text).join('\n');
}

/** The first words and the newest ones. */
function talkOf(talk: readonly Said[]): Json {
  const [first, ...others] = talk;
  if (!first) return [];
  const kept: Said[] = [];
  let left = longestTalk - first.text.length;
  for (const said of others.toReversed()) {
    left -= said.text.length;
    if (left < 0) break;
    kept.unshift(said);
  }
  return [first, ...kept].map(({ by, text }) => ({ by, text: text.slice(0, longestTalk) }));
}
