import { z } from 'zod';
import { DeskError } from '../errors.ts';
import { type SimilarReport, SimilarReports, sameMatter } from '../knowledge/similar.ts';
import { jsonId, readObjects } from './knowledge-json-lines.ts';
import type { Terminal } from './sla.ts';
import { refuse } from './world.ts';

export interface SimilarOptions {
  readonly file: string;
  readonly query: string;
  readonly limit: number;
  readonly format: 'table' | 'json';
}

const words = z.string({ error: 'is no text.' }).default('');
const report = z.object({ id: jsonId, title: words, text: words });
type ReadReport = z.infer<typeof report>;

/**
 * Says for each query which reports are like it, the most first. What cannot be read is complained of, and the rest goes on.
 * @returns the exit code: 0, or 2 when something could not be read
 */
export async function findSimilar(options: SimilarOptions, terminal: Terminal): Promise<number> {
  try {
    const reports = await readObjects(options.file, report);
    const queries = await readObjects(options.query, report);
    const faults = [...reports.faults, ...queries.faults];
    for (const fault of faults) terminal.complain(fault);
    const index = new SimilarReports(reports.values.map(plain));
    const ids = new Map(reports.values.map(({ id }) => [String(id), id]));
    for (const query of queries.values) {
      const found = index.like(plain(query), options.limit);
      const similar = found.map(({ id, score }) => [ids.get(id) ?? id, rounded(score)] as const);
      const lines = options.format === 'json' ? [JSON.stringify({ id: query.id, similar })] : tableLines(query, found);
      for (const line of lines) terminal.say(line);
    }
    return faults.length > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

function plain({ id, title, text }: ReadReport) {
  return { id: String(id), title, text };
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function tableLines({ id, title, text }: ReadReport, similar: readonly SimilarReport[]): readonly string[] {
  return [
    `${id}  ${(title || text).replace(/\s+/g, ' ').slice(0, 80)}`,
    ...similar.map(({ id: other, score }) => {
      const same = score >= sameMatter ? '  looks like the same matter' : '';
      return `    ${score.toFixed(2)}  ${other}${same}`;
    }),
    '',
  ];
}
