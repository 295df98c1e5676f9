import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/compile-filter.ts';
import { parseSort, sortKeyOf } from '../query/sort-key.ts';
import type { Document } from '../values/document.ts';
import { isWhole, toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import type { StageCompiler } from './stage.ts';
import { stageDocument } from './stage-document.ts';

/** Stages that choose documents and their order, and leave the documents as they are. */
export const selectingStages: Record<string, StageCompiler> = {
  $match: (operand, { scope }) => {
    const matches = compileFilter(stageDocument('$match', operand, 15959), scope);
    return function* (documents) {
      for (const document of documents) if (matches(document)) yield document;
    };
  },
  $sort: (operand) => {
    const fields = parseSort(stageDocument('$sort', operand, 15973));
    if (fields.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
    return (documents) =>
      Array.from(documents, (document) => ({ document, key: sortKeyOf(document, fields) }))
        .sort((a, b) => Buffer.compare(a.key, b.key))
        .map(({ document }) => document);
  },
  $limit: (operand) => {
    const limit = stageNumber('$limit', operand);
    if (limit === 0) throw new CommandError(15958, 'the limit must be positive');
    return (documents) => firstOf(documents, limit);
  },
  $skip: (operand) => {
    const skip = stageNumber('$skip', operand);
    return function* (documents) {
      let place = 0;
      for (const document of documents) {
        place += 1;
        if (place > skip) yield document;
      }
    };
  },
  $sample: (operand) => {
    const size = stageNumber('$sample size', stageDocument('$sample', operand, 28745).size);
    return (documents) => sample(documents, size);
  },
};

/**
 * The number that `$limit` or `$skip` is given.
 * @throws CommandError 5107201 when it is not a whole number of 0 or more
 */
export function stageNumber(name: string, operand: unknown): number {
  const isCount = isNumeric(operand) && isWhole(operand) && toDouble(operand) >= 0;
  if (!isCount) throw new CommandError(5107201, `invalid argument to ${name} stage: Expected a non-negative number`);
  return toDouble(operand);
}

function* firstOf(documents: Iterable<Document>, limit: number): Generator<Document> {
  let place = 0;
  for (const document of documents) {
    yield document;
    place += 1;
    if (place >= limit) return;
  }
}

/** Every document has the same chance, however many come (reservoir sampling). */
function sample(documents: Iterable<Document>, size: number): Document[] {
  const chosen: Document[] = [];
  let seen = 0;
  for (const document of documents) {
    seen += 1;
    if (chosen.length < size) chosen.push(document);
    else {
      const place = Math.floor(Math.random() * seen);
      if (place < size) chosen[place] = document;
    }
  }
  return chosen;
}
