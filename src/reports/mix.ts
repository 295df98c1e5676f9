import { Figures } from './figures.ts';
import type { Column, ReportRequest } from './report.ts';
import type { ReportSource } from './report-source.ts';
import { type Count, orNull, tallies } from './tally.ts';

/** What a figure is told by. */
export const dimensions = ['priority', 'service', 'team'] as const;
export type Dimension = 'all' | (typeof dimensions)[number];

/** The same as expressions. */
export const mix = { priority: '$priority', service: orNull('$service'), team: '$team' };

export interface Mix {
  readonly priority?: unknown;
  readonly service?: unknown;
  readonly team?: unknown;
}

/** The first two columns of a table that is told by them. */
export const mixColumns: readonly Column[] = [
  { id: 'group', title: 'By', kind: 'text' },
  { id: 'value', title: '', kind: 'text' },
];

/** One line of such a table: everything, or what one priority, service or team has. */
export interface Part<Content> {
  readonly group: Dimension;
  /** `null` for everything, and for tickets without a service. */
  readonly value: string | null;
  readonly content: Content;
}

/** Keeps something for everything and for each priority, service and team. */
export class ByMix<Content> {
  readonly #parts = new Map<string, Part<Content>>();
  readonly #make: () => Content;

  constructor(make: () => Content) {
    this.#make = make;
    this.#part('all', null);
  }

  /** What a document of this mix belongs to. */
  *of(document: Mix): Iterable<Content> {
    yield this.#part('all', null);
    for (const dimension of dimensions) yield this.#part(dimension, textOf(document[dimension]));
  }

  /** Everything first, then by priority, service and team; in each by name, what has none last. */
  parts(): readonly Part<Content>[] {
    const order = ['all', ...dimensions];
    return [...this.#parts.values()].sort(
      (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || byName(a.value, b.value),
    );
  }

  #part(group: Dimension, value: string | null): Content {
    const id = JSON.stringify([group, value]);
    const known = this.#parts.get(id);
    if (known) return known.content;
    const content = this.#make();
    this.#parts.set(id, { group, value, content });
    return content;
  }
}

/** Counts by everything, priority, service and team. */
export async function countByMix(
  source: ReportSource,
  request: ReportRequest,
  count: Omit<Count, 'by'>,
): Promise<readonly Part<Figures>[]> {
  const found = new ByMix(() => new Figures());
  for await (const { by, counts, ticket } of tallies(source, request, { ...count, by: mix })) {
    for (const figures of found.of(by)) figures.addAll(counts, ticket);
  }
  return found.parts();
}

/** Names in the order of the alphabet, what has none last. */
export function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return names.compare(a, b);
}

const names = new Intl.Collator('en', { numeric: true });

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
