import { Figures } from './figures.ts';
import { gapsIn, type Unanswered } from './knowledge-gaps-clusters.ts';
import { type Served, servedBy } from './knowledge-gaps-served.ts';
import { dayAfter, within } from './period.ts';
import type { Column, Report, Row } from './report.ts';
import type { ReportSource } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'kind', title: 'What', kind: 'text' },
  { id: 'title', title: 'Title', kind: 'text' },
  { id: 'article', title: 'Article', kind: 'text' },
  { id: 'service', title: 'Service', kind: 'text' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'asked', title: 'Asked', kind: 'count' },
  { id: 'people', title: 'People', kind: 'count' },
  { id: 'lastDay', title: 'Last', kind: 'date' },
  { id: 'why', title: 'Why', kind: 'text' },
];
const mostRows = 50;
const standardStaleMs = 180 * 86_400_000;

/** What articles answer, what they do not, and which of them nobody has looked at for long. */
export const knowledgeGaps: Report = {
  name: 'knowledge-gaps',
  title: 'Knowledge gaps',
  about: 'Questions that no article answers, articles that answered or failed, and those that are stale.',
  async run(source, { period, now, withTickets, staleAfterMs = standardStaleMs }) {
    const gaps = gapsIn(await unansweredIn(source, within(period)));
    const served = await servedBy(source, within(period));
    const staleSince = dayAfter(now.toISOString().slice(0, 10), -Math.round(staleAfterMs / 86_400_000));
    const lately = await servedBy(source, { $gte: staleSince, $lte: '9999-12-31' });
    const articles = await published(source);
    const stale = staleRows(articles, { today: now.toISOString().slice(0, 10), staleSince, lately });
    const titles = new Map(articles.map(({ _id, text }) => [_id, text.title]));
    return {
      ...{ name: 'knowledge-gaps', title: 'Knowledge gaps', period, columns },
      rows: [
        ...gaps.slice(0, mostRows).map((gap) => gap.row(withTickets)),
        ...servedRows('answered', served.solved, titles, withTickets),
        ...servedRows('failed', served.failed, titles, withTickets),
        ...stale,
      ],
      note: `gap: questions of the period that articles did not answer, put together by their words (tickets from two on). answered and failed: what requesters said, and what /desk ask quoted. stale: past the review date, or nothing answered since ${staleSince}. Confidential tickets and questions are left out.`,
    };
  },
};

type Days = { readonly $gte: string; readonly $lte: string };

interface OpenedTicket {
  readonly _id: string;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly service?: string;
  readonly openedDay: string;
}

interface KeptQuestion {
  readonly _id: string;
  readonly person: string;
  readonly text: string;
  readonly service?: string;
  readonly day: string;
}

/** So many of the newest of each are looked at. */
const mostOfEach = 1_000;

async function unansweredIn(source: ReportSource, days: Days): Promise<readonly Unanswered[]> {
  const found: Unanswered[] = [];
  const fields = { title: 1, description: 1, requester: 1, service: 1, openedDay: 1 };
  const tickets = source.tickets<OpenedTicket>([
    {
      $match: {
        openedDay: days,
        confidential: false,
        $or: [{ answer: { $exists: false } }, { 'answer.state': 'failed' }],
      },
    },
    { $sort: { openedDay: -1, _id: 1 } },
    { $limit: mostOfEach },
    { $project: fields },
  ]);
  for await (const { _id: key, title, description: text, requester: person, service, openedDay: day } of tickets)
    found.push({ id: key, key, title, text, person, day, service: service ?? null });
  const questions = source.questions<KeptQuestion>([
    { $match: { day: days, isConfidential: false, articles: { $size: 0 } } },
    { $sort: { day: -1, _id: 1 } },
    { $limit: mostOfEach },
    { $project: { person: 1, text: 1, service: 1, day: 1 } },
  ]);
  for await (const { _id, person, text, service, day } of questions)
    found.push({ id: `asked ${_id}`, title: text, text, person, day, service: service ?? null });
  return found;
}

function servedRows(
  kind: 'answered' | 'failed',
  served: readonly Served[],
  titles: ReadonlyMap<string, string>,
  isListed: boolean,
): readonly Row[] {
  return served.map(({ article, title, keys, asked, people, lastDay }) => {
    const figures = new Figures();
    for (const key of keys) figures.add('tickets', 1, isListed ? { key } : undefined);
    return figures.row({
      ...{
        kind,
        title: titles.get(article) ?? title,
        article,
        service: null,
        tickets: keys.length,
        asked,
        people: people.size,
        lastDay,
        why: null,
      },
    });
  });
}

interface ArticleFacts {
  readonly _id: string;
  readonly at: Date;
  readonly text: { readonly title: string; readonly service?: string; readonly reviewOn?: string };
}

interface StaleFacts {
  readonly today: string;
  readonly staleSince: string;
  readonly lately: Awaited<ReturnType<typeof servedBy>>;
}

async function published(source: ReportSource): Promise<readonly ArticleFacts[]> {
  const found: ArticleFacts[] = [];
  const articles = source.articles<ArticleFacts>([
    { $match: { 'text.state': 'published' } },
    { $sort: { _id: 1 } },
    { $project: { at: 1, 'text.title': 1, 'text.service': 1, 'text.reviewOn': 1 } },
  ]);
  for await (const article of articles) found.push(article);
  return found;
}

function staleRows(articles: readonly ArticleFacts[], { today, staleSince, lately }: StaleFacts): readonly Row[] {
  const answered = new Set(lately.solved.map(({ article }) => article));
  return articles.flatMap(({ _id: article, at, text: { title, service, reviewOn } }) => {
    const isPast = reviewOn !== undefined && reviewOn < today;
    const isIdle = !answered.has(article) && at.toISOString().slice(0, 10) < staleSince;
    if (!isPast && !isIdle) return [];
    const why = isPast ? `Its review date ${reviewOn} is past.` : `It has answered nothing since ${staleSince}.`;
    const none = { tickets: 0, asked: 0, people: 0, lastDay: null };
    return [{ cells: { kind: 'stale', title, article, service: service ?? null, ...none, why } }];
  });
}
