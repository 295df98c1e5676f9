import { answerFrom } from '../src/knowledge/answer.ts';
import { LexicalIndex } from '../src/knowledge/lexical-index.ts';
import type { IndexedArticle } from '../src/knowledge/prepared-article.ts';
import { type Report, SimilarReports } from '../src/knowledge/similar.ts';

/**
 * How long it takes to index 2,000 made-up articles and to answer a question from them, and to index 10,000 reports and to
 * find those like another. Words are drawn as in a language: few are everywhere, most are rare.
 */
const articleCount = 2_000;
const reportCount = 10_000;
const asked = 300;

let seed = 1;
const words = Array.from({ length: 30_000 }, (_, rank) => word(rank));
const articles: readonly IndexedArticle[] = Array.from({ length: articleCount }, (_, at) => ({
  id: `A-${at}`,
  title: sentence(6),
  body: Array.from(
    { length: 6 },
    () => `## ${sentence(3)}\n\n${sentence(30)}\n\n- ${sentence(8)}\n- ${sentence(8)}`,
  ).join('\n\n'),
}));
const reports: readonly Report[] = Array.from({ length: reportCount }, (_, at) => ({
  id: `R-${at}`,
  title: sentence(5),
  text: sentence(25),
}));

const began = performance.now();
const index = new LexicalIndex(articles);
index.search(''); // makes what is made of all words
console.log(`${articleCount} articles indexed in ${(performance.now() - began).toFixed(0)} ms`);
// Some words of the question are misspelt, and stand in no article.
tell('a question', () => answerFrom(index.search(`how do i ${sentence(7)} ${sentence(1)}x ${sentence(2)}`)));

const beganReports = performance.now();
const similar = new SimilarReports(reports);
console.log(`${reportCount} reports indexed in ${(performance.now() - beganReports).toFixed(0)} ms`);
tell('those like a report', () => similar.like({ id: 'query', title: sentence(5), text: sentence(25) }));

function tell(what: string, ask: () => unknown): void {
  const took = Array.from({ length: asked }, () => {
    const from = performance.now();
    ask();
    return performance.now() - from;
  }).sort((one, other) => one - other);
  const at = (share: number) => (took[Math.floor(share * (asked - 1))] ?? Number.NaN).toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}

function chance(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}

function word(rank: number): string {
  const syllables = ['ka', 'ter', 'lo', 'min', 'pra', 'su', 'ven', 'dri', 'gos', 'hel', 'ni', 'bur'];
  let text = '';
  for (let rest = rank + 12; rest > 0; rest = Math.floor(rest / 12)) text += syllables[rest % 12] ?? '';
  return text;
}

/** A word's rank is drawn so that its logarithm is even: Zipf's law. */
function sentence(length: number): string {
  const drawn = Array.from({ length }, () => words[Math.floor(words.length ** chance()) - 1] ?? '');
  return `${drawn.join(' ')}.`;
}
