import type { Said } from '../triage/assistant.ts';

export interface OpenQuestion {
  readonly by: Said['by'];
  readonly text: string;
}

/** What somebody asked last and nobody from the other side has answered. @param talk the public one */
export function openQuestionIn(talk: readonly Said[]): OpenQuestion | undefined {
  const by = talk.at(-1)?.by;
  if (!by) return undefined;
  const answered = talk.findLastIndex((one) => one.by !== by);
  const questions = talk.slice(answered + 1).flatMap(({ text }) => text.match(question) ?? []);
  const last = questions.at(-1)?.trim();
  return last ? { by, text: last } : undefined;
}

/** A sentence that ends in a question mark, of Greek and Asian scripts too. */
const question = /[^.!?？;\n]+[?？]+/gu;
