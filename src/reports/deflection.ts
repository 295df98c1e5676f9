import { SimilarReports, sameMatter } from '../knowledge/similar.ts';
import { type AskedLater, type Deflection, deflectionOf, provenAfterMs } from './deflection-rule.ts';
import { Figures } from './figures.ts';
import { within } from './period.ts';
import type { Cell, Column, Report, Row } from './report.ts';
import type { ReportSource, Stage } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'ticket', title: 'Ticket', kind: 'text' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'service', title: 'Service', kind: 'text' },
  { id: 'solvedDay', title: 'Solved', kind: 'date' },
  { id: 'articles', title: 'Articles', kind: 'text' },
  { id: 'state', title: 'State', kind: 'text' },
  { id: 'why', title: 'Why', kind: 'text' },
];

/** The ledger of what articles have spared people. */
export const deflection: Report = {
  name: 'deflection',
  title: 'Verified deflection',
  about: 'Which tickets articles solved without an agent, and whether that proved true.',
  async run(source, { period, now, withTickets }) {
    const solved: Solved[] = [];
    const match = { $match: { 'answer.solvedDay': within(period) } };
    for await (const ticket of source.tickets<Solved>([match, solvedFields])) solved.push(ticket);
    const judge = await judgeOf(source, solved, now);
    const judged = solved.map((ticket) => ({ ticket, deflection: judge(ticket) }));
    const open = judged.filter(({ ticket }) => !ticket.confidential);
    return {
      ...{ name: 'deflection', title: 'Verified deflection', period, columns },
      rows: [...open.map((one) => rowOf(one, withTickets)).sort(byDay), ...confidentialRows(judged, withTickets)],
      note: noteOf(judged.map(({ deflection }) => deflection.state)),
    };
  },
};

const states = ['verified', 'waiting', 'refuted'] as const;

interface Solved {
  readonly _id: string;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly service?: string;
  readonly confidential: boolean;
  readonly answer: {
    readonly endedAt: Date;
    readonly solvedDay: string;
    readonly quotes: readonly { readonly article: string }[];
  };
  readonly history: readonly { readonly move: string; readonly at: Date }[];
}

const subject = { title: 1, description: 1, requester: 1, service: 1, confidential: 1 } as const;
const solvedFields: Stage = {
  $project: {
    ...subject,
    ...{ 'answer.endedAt': 1, 'answer.solvedDay': 1, 'answer.quotes': 1, 'history.move': 1, 'history.at': 1 },
  },
};

interface Judged {
  readonly ticket: Solved;
  readonly deflection: Deflection;
}

/** What the same people asked in the days after, and whether it is like what was solved. */
async function judgeOf(
  source: ReportSource,
  solved: readonly Solved[],
  now: Date,
): Promise<(ticket: Solved) => Deflection> {
  const asked = solved.length === 0 ? [] : await askedAfter(source, solved);
  const alike = new SimilarReports(asked.map(({ id, title, text }) => ({ id, title, text })));
  return (ticket) => {
    const { _id: key, title, description: text, requester, service, answer, history } = ticket;
    const like = new Set(
      alike
        .like({ id: `solved ${key}`, title, text }, asked.length)
        .filter(({ score }) => score >= sameMatter)
        .map(({ id }) => id),
    );
    const later = asked.map((one) => ({ ...one.facts, isAlike: like.has(one.id) }));
    const reopenedAt = history.filter(({ move }) => move === 'reopen').map(({ at }) => at);
    const facts = { key, requester, solvedAt: answer.endedAt, reopenedAt, ...(service ? { service } : {}) };
    return deflectionOf(facts, later, now);
  };
}

interface Later {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly facts: Omit<AskedLater, 'isAlike'>;
}

async function askedAfter(source: ReportSource, solved: readonly Solved[]): Promise<readonly Later[]> {
  const people = [...new Set(solved.map(({ requester }) => requester))];
  const instants = solved.map(({ answer }) => answer.endedAt.getTime());
  const [from, to] = [Math.min(...instants), Math.max(...instants) + provenAfterMs];
  const when = { $gt: new Date(from), $lte: new Date(to) };
  const later: Later[] = [];
  const tickets = [
    { $match: { requester: { $in: people }, openedAt: when } },
    { $project: { ...subject, openedAt: 1 } },
  ];
  for await (const ticket of source.tickets<OpenedLater>(tickets)) later.push(ofTicket(ticket));
  const questions = [
    { $match: { person: { $in: people }, at: when } },
    { $project: { person: 1, at: 1, text: 1, service: 1 } },
  ];
  for await (const question of source.questions<QuestionLater>(questions)) later.push(ofQuestion(question));
  return later.sort((one, other) => one.facts.at.getTime() - other.facts.at.getTime());
}

type OpenedLater = Pick<Solved, '_id' | 'title' | 'description' | 'requester' | 'service' | 'confidential'> & {
  readonly openedAt: Date;
};

function ofTicket({
  _id,
  title,
  description: text,
  requester: person,
  service,
  confidential,
  openedAt: at,
}: OpenedLater): Later {
  const key = confidential ? {} : { key: _id };
  return { id: _id, title, text, facts: { ...key, isQuestion: false, person, at, ...(service ? { service } : {}) } };
}

interface QuestionLater {
  readonly _id: string;
  readonly person: string;
  readonly at: Date;
  readonly text?: string;
  readonly service?: string;
}

function ofQuestion({ _id, person, at, text = '', service }: QuestionLater): Later {
  return {
    id: `asked ${_id}`,
    title: text,
    text,
    facts: { isQuestion: true, person, at, ...(service ? { service } : {}) },
  };
}

function rowOf({ ticket, deflection }: Judged, isListed: boolean): Row {
  const { _id: key, service, answer } = ticket;
  const articles = [...new Set(answer.quotes.map(({ article }) => article))].join(', ');
  const figures = new Figures();
  figures.add('tickets', 1, isListed ? { key } : undefined);
  return figures.row({
    ...{ ticket: key, tickets: 1, service: service ?? null, solvedDay: answer.solvedDay, articles },
    ...{ state: deflection.state, why: whyOf(deflection) },
  });
}

/** They are counted, and never named. */
function confidentialRows(judged: readonly Judged[], isListed: boolean): readonly Row[] {
  return states.flatMap((state) => {
    const count = judged.filter(({ ticket, deflection }) => ticket.confidential && deflection.state === state).length;
    if (count === 0) return [];
    const figures = new Figures();
    for (let at = 0; at < count; at += 1) figures.add('tickets', 1, isListed ? { confidential: true } : undefined);
    const unnamed = {
      ticket: null,
      service: null,
      solvedDay: null,
      articles: null,
      why: 'Confidential: counted, not named.',
    };
    return [figures.row({ ...unnamed, state, tickets: count })];
  });
}

function whyOf(deflection: Deflection): Cell {
  return deflection.state === 'refuted' ? deflection.why : null;
}

function byDay({ cells: one }: Row, { cells: other }: Row): number {
  return (
    String(one.solvedDay).localeCompare(String(other.solvedDay)) ||
    String(one.ticket).localeCompare(String(other.ticket))
  );
}

function noteOf(found: readonly Deflection['state'][]): string {
  const counts = states.map((state) => `${found.filter((one) => one === state).length} ${state}`).join(', ');
  return `Tickets whose requesters said in the period that articles solved them: ${counts}. Verified: nothing was reopened, and the same person asked nothing on the same subject (service, or similar words) within 7 days.`;
}
