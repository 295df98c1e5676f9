import type { DeskConfig } from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';

/** Articles and saved replies of a checked desk.yaml. */
export function toKnowledge({ knowledge, replies }: DeskFile): Pick<DeskConfig, 'knowledge' | 'replies'> {
  const { folder, synonyms, answers, staleAfter } = knowledge;
  return { knowledge: { folder, synonyms, isAnswering: answers, staleAfterMs: staleAfter }, replies: replies ?? [] };
}
