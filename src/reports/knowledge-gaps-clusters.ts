import { SimilarReports, sameMatter } from '../knowledge/similar.ts';
import { Figures } from './figures.ts';
import type { Row } from './report.ts';

/** A ticket or a question that no article answered. */
export interface Unanswered {
  readonly id: string;
  /** Of a ticket. */
  readonly key?: string;
  readonly title: string;
  readonly text: string;
  readonly person: string;
  readonly service: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Questions that belong together, and that an article could answer. */
export class Gap {
  readonly #members: readonly Unanswered[];

  /** @param members the most typical first; at least one */
  constructor(members: readonly Unanswered[]) {
    this.#members = members;
  }

  get size(): number {
    return this.#members.length;
  }

  /** A single ticket may be anything; a question was asked of the articles. */
  get isWorthAnArticle(): boolean {
    return this.size > 1 || this.#members.some(({ key }) => key === undefined);
  }

  row(isListed: boolean): Row {
    const figures = new Figures();
    for (const { key } of this.#members) if (key) figures.add('tickets', 1, isListed ? { key } : undefined);
    const [first] = this.#members;
    const services = new Set(this.#members.map(({ service }) => service));
    const days = this.#members.map(({ day }) => day).sort();
    const tickets = figures.count('tickets');
    return figures.row({
      ...{ kind: 'gap', title: first?.title ?? '', article: null, tickets, asked: this.size - tickets, why: null },
      service: services.size === 1 ? (first?.service ?? null) : null,
      people: new Set(this.#members.map(({ person }) => person)).size,
      lastDay: days.at(-1) ?? null,
    });
  }
}

/** The largest first. */
export function gapsIn(unanswered: readonly Unanswered[]): readonly Gap[] {
  const alike = new SimilarReports(unanswered);
  const free = new Map(unanswered.map((one) => [one.id, one]));
  const gaps: Gap[] = [];
  for (const one of unanswered) {
    if (!free.delete(one.id)) continue;
    const others = alike
      .like(one, unanswered.length)
      .filter(({ score }) => score >= sameMatter)
      .flatMap(({ id }) => free.get(id) ?? []);
    for (const { id } of others) free.delete(id);
    gaps.push(new Gap([one, ...others]));
  }
  return gaps.filter((gap) => gap.isWorthAnArticle).sort((one, other) => other.size - one.size);
}
