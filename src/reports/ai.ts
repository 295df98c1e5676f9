import { agreementRows } from './ai-agreement.ts';
import { percentOf, spreadOf } from './percentile.ts';
import { within } from './period.ts';
import type { Cell, Column, Report, Row } from './report.ts';
import type { ReportSource } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'group', title: 'By', kind: 'text' },
  { id: 'value', title: '', kind: 'text' },
  { id: 'calls', title: 'Calls', kind: 'count' },
  { id: 'delivered', title: 'Delivered', kind: 'count' },
  { id: 'deliveredPercent', title: 'Rate', kind: 'percent' },
  { id: 'inputTokens', title: 'Tokens in', kind: 'count' },
  { id: 'outputTokens', title: 'Tokens out', kind: 'count' },
  { id: 'cost', title: 'Cost', kind: 'number' },
  { id: 'medianMs', title: 'Median ms', kind: 'count' },
  { id: 'p90Ms', title: '90 % ms', kind: 'count' },
  { id: 'guesses', title: 'Guesses', kind: 'count' },
  { id: 'kept', title: 'Kept', kind: 'count' },
  { id: 'keptPercent', title: 'Agreement', kind: 'percent' },
];

/** What a model was asked, what it cost, how long it took, and whether people agreed. */
export const ai: Report = {
  name: 'ai',
  title: 'Language model',
  about: 'What a language model was asked, at what cost, how fast, how it went, and what people later changed.',
  async run(source, { period, withTickets }) {
    const { rows, currencies } = await callsIn(source, within(period));
    return {
      ...{ name: 'ai', title: 'Language model', period, columns: columnsIn(currencies) },
      rows: [...rows, ...(await agreementRows(source, within(period), withTickets))].map(filled),
      note: 'Delivered: answered in time with something usable. budget, private and paused were not sent. Cost is that of calls whose model has a price in desk.yaml. Agreement: of the guesses that people have confirmed, changed or let stand until the ticket was resolved, those that were right; by the model and by the rules on this machine.',
    };
  },
};

interface Call {
  readonly model: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly micros?: number;
  readonly currency: string;
  readonly latencyMs: number;
}
interface Called {
  readonly rows: readonly Row[];
  readonly currencies: readonly string[];
}
const groups = ['purpose', 'model', 'outcome'] as const;
const fields = {
  model: 1,
  purpose: 1,
  outcome: 1,
  inputTokens: 1,
  outputTokens: 1,
  micros: 1,
  currency: 1,
  latencyMs: 1,
};

async function callsIn(source: ReportSource, day: unknown): Promise<Called> {
  const currencies = new Set<string>();
  const sums = new Map<string, CallSum>();
  const add = (group: string, value: string | null, call: Call) => {
    const id = JSON.stringify([group, value]);
    const sum = sums.get(id) ?? new CallSum(group, value);
    sums.set(id, sum);
    sum.add(call);
  };
  for await (const call of source.modelCalls<Call>([{ $match: { day } }, { $project: fields }])) {
    if (call.micros !== undefined) currencies.add(call.currency);
    add('all', null, call);
    for (const group of groups) add(group, call[group], call);
  }
  const order: readonly string[] = ['all', ...groups];
  const rows = [...sums.values()]
    .toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group) || other.calls - one.calls)
    .map((sum) => sum.row(currencies.size === 1));
  return { rows, currencies: [...currencies] };
}

const notSent: readonly string[] = ['budget', 'private', 'paused'];

class CallSum {
  readonly group: string;
  readonly value: string | null;
  calls = 0;
  #delivered = 0;
  #input = 0;
  #output = 0;
  #micros: number | undefined;
  readonly #latencies: number[] = [];

  constructor(group: string, value: string | null) {
    this.group = group;
    this.value = value;
  }

  add({ outcome, inputTokens, outputTokens, micros, latencyMs }: Call): void {
    this.calls += 1;
    if (outcome === 'ok' || outcome === 'unsupported') this.#delivered += 1;
    this.#input += inputTokens;
    this.#output += outputTokens;
    if (micros !== undefined) this.#micros = (this.#micros ?? 0) + micros;
    if (!notSent.includes(outcome)) this.#latencies.push(latencyMs);
  }

  /** @param isOneCurrency money of two kinds has no sum */
  row(isOneCurrency: boolean): Row {
    const { median, p90 } = spreadOf(this.#latencies);
    return {
      cells: {
        ...{ group: this.group, value: this.value, calls: this.calls, delivered: this.#delivered },
        deliveredPercent: percentOf(this.#delivered, this.calls),
        ...{ inputTokens: this.#input, outputTokens: this.#output },
        cost: this.#micros === undefined || !isOneCurrency ? null : this.#micros / 1_000_000,
        ...{ medianMs: median, p90Ms: p90 },
      },
    };
  }
}

function columnsIn(currencies: readonly string[]): readonly Column[] {
  const title = ['Cost', ...currencies].join(' ');
  return columns.map((column) => (column.id === 'cost' ? { ...column, title } : column));
}

/** What a row does not speak of is not known in it. */
function filled({ cells, ...row }: Row): Row {
  const empty: Record<string, Cell> = Object.fromEntries(columns.map(({ id }) => [id, null]));
  return { ...row, cells: { ...empty, ...cells } };
}
