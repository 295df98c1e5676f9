import { answerFrom } from '../knowledge/answer.ts';
import type { KnowledgeLibrary, KnowledgeReader } from '../knowledge/knowledge-library.ts';
import type { Passage } from '../triage/assistant.ts';

/** What articles say about a matter. It is words of others: shown, never obeyed. */
export interface FoundPassages {
  /** The likeliest of each article, for a model to read. */
  readonly passages: readonly Passage[];
  /** Those that carry an answer by themselves. */
  readonly answer?: { readonly title: string; readonly text: string };
}

const mostArticles = 3;

export async function passagesAbout(
  words: string,
  reader: KnowledgeReader,
  library: Pick<KnowledgeLibrary, 'search'> | undefined,
): Promise<FoundPassages> {
  if (!library) return { passages: [] };
  const found = await library.search(words, { reader, most: mostArticles });
  const passages = found.articles.flatMap(({ article, passages: [best] }) =>
    best ? [{ id: `article:${article.id}`, title: article.title, text: best.text }] : [],
  );
  const answer = answerFrom(found);
  const [first] = answer.is === 'answer' ? answer.quotes : [];
  if (answer.is !== 'answer' || !first) return { passages };
  return { passages, answer: { title: first.title, text: answer.quotes.map(({ text }) => text.trim()).join('\n\n') } };
}
