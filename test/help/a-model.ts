import type { Assistant, Words } from '../../src/triage/assistant.ts';
import { LocalAssistant } from '../../src/triage/local-assistant.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { aConfig } from '../kit/a-config.ts';

type Given = Partial<{ [K in keyof Assistant]: Assistant[K] }>;

/** The assistant as it is without a model, but for what a test lets it say; it remembers what it was asked. */
export function anAssistant(says: Given = {}) {
  const local = new LocalAssistant(new LocalTriage(() => aConfig()));
  const asked: { readonly of: keyof Assistant; readonly what: readonly unknown[] }[] = [];
  const ask =
    <K extends keyof Assistant>(of: K) =>
    (...what: Parameters<Assistant[K]>) => {
      asked.push({ of, what });
      const answer = (says[of] ?? local[of].bind(local)) as (...all: Parameters<Assistant[K]>) => unknown;
      return answer(...what) as ReturnType<Assistant[K]>;
    };
  const assistant: Assistant = {
    triage: ask('triage'),
    answer: ask('answer'),
    summarise: ask('summarise'),
    draftReply: ask('draftReply'),
    translate: ask('translate'),
  };
  return { assistant, asked };
}

/** What a model says. */
export const model = (text: string) => async (): Promise<Words> => ({ text, by: 'openai' });
