import type { ReportSource } from './report-source.ts';

/** What became of an article that was quoted. */
export interface Served {
  readonly article: string;
  readonly title: string;
  /** Of the tickets. */
  readonly keys: string[];
  /** How often `/desk ask` quoted it. */
  asked: number;
  readonly people: Set<string>;
  lastDay: string;
}

export interface ServedArticles {
  readonly solved: readonly Served[];
  readonly failed: readonly Served[];
}

interface AnsweredTicket {
  readonly _id: string;
  readonly requester: string;
  readonly openedDay: string;
  readonly answer: {
    readonly state: 'solved' | 'failed';
    readonly quotes: readonly { readonly article: string; readonly title: string }[];
  };
}

interface AnsweredQuestion {
  readonly person: string;
  readonly day: string;
  readonly articles: readonly string[];
}

/** Which articles answered in these days, and which failed; the most frequent first. */
export async function servedBy(
  source: ReportSource,
  days: { readonly $gte: string; readonly $lte: string },
): Promise<ServedArticles> {
  const found = { solved: new Map<string, Served>(), failed: new Map<string, Served>() };
  const tickets = source.tickets<AnsweredTicket>([
    { $match: { openedDay: days, confidential: false, 'answer.state': { $in: ['solved', 'failed'] } } },
    {
      $project: { requester: 1, openedDay: 1, 'answer.state': 1, 'answer.quotes.article': 1, 'answer.quotes.title': 1 },
    },
  ]);
  for await (const { _id: key, requester, openedDay, answer } of tickets)
    for (const [article, title] of new Map(answer.quotes.map((quote) => [quote.article, quote.title])))
      note(found[answer.state], article, title, requester, openedDay).keys.push(key);
  const questions = source.questions<AnsweredQuestion>([
    { $match: { day: days, isConfidential: false, 'articles.0': { $exists: true } } },
    { $project: { person: 1, day: 1, articles: 1 } },
  ]);
  for await (const { person, day, articles } of questions)
    for (const article of articles) note(found.solved, article, article, person, day).asked += 1;
  return { solved: inOrder(found.solved), failed: inOrder(found.failed) };
}

function note(served: Map<string, Served>, article: string, title: string, person: string, day: string): Served {
  const one = served.get(article) ?? { article, title, keys: [], asked: 0, people: new Set<string>(), lastDay: day };
  served.set(article, one);
  one.people.add(person);
  if (day > one.lastDay) one.lastDay = day;
  return one;
}

function inOrder(served: ReadonlyMap<string, Served>): readonly Served[] {
  const countOf = ({ keys, asked }: Served) => keys.length + asked;
  return [...served.values()].sort(
    (one, other) => countOf(other) - countOf(one) || one.article.localeCompare(other.article),
  );
}
