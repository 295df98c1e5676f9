import type { DeskConfig } from '../config/desk-config.ts';
import type { TicketSla } from '../tickets/ticket.ts';
import type { Reader, TicketLine } from '../tickets/ticket-store.ts';
import { foldBars, spanOfBars } from './digest-bars.ts';
import type { DigestContent, DigestCounts, DigestFigure, NamedTicket, Satisfaction } from './digest-content.ts';
import type { Stretch } from './digest-edition.ts';
import { type Filter, figureFilter, happened, readerFilter, scopeFilter } from './digest-filters.ts';
import { type HighlightFacts, highlightOf, type ServiceLoad } from './digest-highlight.ts';
import type { DigestPage, DigestQuestion, Paging } from './digest-store.ts';
import type { ReportSource, Stage } from './report-source.ts';

/** What is usual is learnt from the four weeks before. */
const usualMs = 28 * 86_400_000;
/** Fewer anonymous answers than these would tell who gave them. */
const leastAnonymous = 3;

/** What a digest counts and lists, counted by the database. */
export class DigestNumbers {
  readonly #source: ReportSource;
  readonly #config: () => DeskConfig;

  constructor(source: ReportSource, config: () => DeskConfig) {
    this.#source = source;
    this.#config = config;
  }

  async content(question: DigestQuestion): Promise<DigestContent> {
    const { period, before, digest } = question.edition;
    const usual = { from: new Date(period.from.getTime() - usualMs), to: period.from };
    const isTrend = digest.every !== 'day';
    const [counts, earlier, bars, score, scoreBefore, scoreUsually, facts] = await Promise.all([
      this.#counts(question),
      isTrend ? this.#earlier(question, before) : undefined,
      this.#bars(question),
      this.#satisfaction(question, period),
      isTrend ? this.#satisfaction(question, before) : undefined,
      this.#satisfaction(question, usual),
      this.#facts(question, usual),
    ]);
    const highlight = highlightOf({
      ...facts,
      ...(score ? { satisfaction: score } : {}),
      ...(scoreUsually ? { satisfactionBefore: scoreUsually } : {}),
    });
    return {
      counts,
      bars,
      ...(earlier ? { earlier } : {}),
      ...(score ? { satisfaction: { ...score, ...(scoreBefore ? { earlier: scoreBefore } : {}) } } : {}),
      ...(highlight ? { highlight } : {}),
    };
  }

  /** The tickets behind a figure that the reader may see, and how many there are that they may not. */
  async list(question: DigestQuestion, figure: DigestFigure, reader: Reader, paging: Paging): Promise<DigestPage> {
    const { page, pageSize } = paging;
    const counted = figureFilter(question, figure, this.#config());
    const seen = { $and: [counted, readerFilter(reader)] };
    const [rows, total, all] = await Promise.all([
      this.#rows<Omit<TicketLine, 'key'> & { readonly _id: string }>([
        { $match: seen },
        { $sort: orders[figure] },
        { $skip: page * pageSize },
        { $limit: pageSize },
        { $project: lineFields },
      ]),
      this.#count(seen),
      this.#count(counted),
    ]);
    const lines = rows.map(({ _id, ...line }) => ({ key: _id, ...line }));
    return { lines, total, page, pageSize, unseen: all - total };
  }

  async #counts(question: DigestQuestion): Promise<DigestCounts> {
    const count = (figure: DigestFigure) => this.#count(figureFilter(question, figure, this.#config()));
    const [opened, resolved, open, overdue, dueToday, stuck] = await Promise.all([
      count('opened'),
      count('resolved'),
      count('open'),
      count('overdue'),
      count('dueToday'),
      count('stuck'),
    ]);
    return { opened, resolved, open, overdue, dueToday, stuck };
  }

  async #earlier(question: DigestQuestion, before: Stretch): Promise<Pick<DigestCounts, 'opened' | 'resolved'>> {
    const count = (what: 'opened' | 'resolved') =>
      this.#count({ $and: [scopeFilter(question), happened(what, before, this.#config())] });
    const [opened, resolved] = await Promise.all([count('opened'), count('resolved')]);
    return { opened, resolved };
  }

  async #bars(question: DigestQuestion) {
    const span = spanOfBars(question.edition, this.#config().desk.timeZone);
    const perDay = async (field: string) => {
      const days = await this.#rows<{ readonly _id: string; readonly tickets: number }>([
        { $match: { $and: [scopeFilter(question), { [field]: { $gte: span.first, $lte: span.last } }] } },
        { $group: { _id: `$${field}`, tickets: { $sum: 1 } } },
      ]);
      return new Map(days.map(({ _id, tickets }) => [_id, tickets]));
    };
    const [opened, resolved] = await Promise.all([perDay('openedDay'), perDay('resolvedDay')]);
    return foldBars(span, opened, resolved);
  }

  async #satisfaction(question: DigestQuestion, { from, to }: Stretch): Promise<Satisfaction | undefined> {
    const answered = { answeredAt: { $gte: from, $lt: to }, score: { $gte: 1 } };
    const [found] = await all(
      this.#source.surveys<Satisfaction>([
        { $match: { $and: [scopeFilter(question), answered] } },
        { $group: { _id: null, mean: { $avg: '$score' }, answers: { $sum: 1 } } },
      ]),
    );
    const least = this.#config().survey?.isAnonymous ? leastAnonymous : 1;
    return found && found.answers >= least ? { mean: found.mean, answers: found.answers } : undefined;
  }

  /** What may be named: nothing confidential. */
  async #facts(question: DigestQuestion, usual: Stretch): Promise<HighlightFacts> {
    const figure = (name: DigestFigure) => figureFilter(question, name, this.#config());
    const [overdue, [unclaimed], [next], services] = await Promise.all([
      this.#named(figure('overdue'), []),
      this.#named({ $and: [scopeFilter(question), { status: 'new' }] }, [{ $sort: orders.stuck }, { $limit: 1 }]),
      this.#named(figure('dueToday'), [{ $sort: orders.dueToday }, { $limit: 1 }]),
      this.#services(question, usual),
    ]);
    return {
      now: question.now,
      overdue,
      services,
      ...(unclaimed ? { unclaimed } : {}),
      ...(next?.sla.next ? { dueNext: { ...next, dueAt: next.sla.next.dueAt } } : {}),
    };
  }

  async #named(filter: Filter, stages: readonly Stage[]): Promise<readonly Named[]> {
    const rows = await this.#rows<Omit<Named, 'key'> & { readonly _id: string }>([
      { $match: { $and: [filter, { confidential: false }] } },
      ...stages,
      { $project: namedFields },
    ]);
    // Tickets of an earlier version know nothing of their time.
    return rows.map(({ _id, ...ticket }) => ({ ...ticket, key: _id, sla: ticket.sla ?? {} }));
  }

  async #services(question: DigestQuestion, usual: Stretch): Promise<readonly ServiceLoad[]> {
    const { from, to } = question.edition.period;
    const whole = happened('opened', { from: usual.from, to }, this.#config());
    const loads = await this.#rows<{ readonly _id: string; readonly opened: number; readonly tickets: number }>([
      { $match: { $and: [scopeFilter(question), whole, { confidential: false, service: { $exists: true } }] } },
      {
        $group: {
          _id: '$service',
          opened: { $sum: { $cond: [{ $gte: ['$openedAt', from] }, 1, 0] } },
          tickets: { $sum: 1 },
        },
      },
      { $match: { opened: { $gt: 0 } } },
    ]);
    const share = (to.getTime() - from.getTime()) / usualMs;
    return loads.map(({ _id, opened, tickets }) => ({ service: _id, opened, usual: (tickets - opened) * share }));
  }

  async #count(filter: Filter): Promise<number> {
    const [found] = await this.#rows<{ readonly count: number }>([{ $match: filter }, { $count: 'count' }]);
    return found?.count ?? 0;
  }

  #rows<Row extends object>(pipeline: readonly Stage[]): Promise<readonly Row[]> {
    return all(this.#source.tickets<Row>(pipeline));
  }
}

type Named = NamedTicket & { readonly openedAt: Date; readonly sla: TicketSla };

async function all<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const namedFields = { title: 1, priority: 1, team: 1, service: 1, openedAt: 1, sla: 1 };
const lineFields = {
  ...{ title: 1, status: 1, priority: 1, requester: 1, assignee: 1, team: 1, service: 1 },
  ...{ openedAt: 1, confidential: 1, sla: 1 },
};

/** What wants to be seen first. */
const orders: Readonly<Record<DigestFigure, Readonly<Record<string, 1 | -1>>>> = {
  overdue: { 'sla.next.dueAt': 1, openedAt: 1, _id: 1 },
  dueToday: { 'sla.next.dueAt': 1, _id: 1 },
  stuck: { openedAt: 1, _id: 1 },
  open: { priority: 1, openedAt: 1, _id: 1 },
  opened: { openedAt: -1, _id: 1 },
  resolved: { resolvedAt: -1, _id: 1 },
};
