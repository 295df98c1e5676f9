import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import type { StageSpec } from './compile-pipeline.ts';
import type { StageContext } from './stage.ts';

/**
 * The result of a pipeline that only counts a whole collection, as `countDocuments({})` sends it, without reading a
 * document; undefined for every other pipeline.
 */
export function countingShortcut(
  namespace: string,
  stages: readonly StageSpec[],
  { engine }: StageContext,
): Document[] | undefined {
  const counting = stages.filter(
    ({ name, operand }) => !(name === '$match' && isDocument(operand) && Object.keys(operand).length === 0),
  );
  const [only, ...others] = counting;
  if (!only || others.length > 0 || only.name !== '$group' || !isDocument(only.operand)) return undefined;
  const { _id, ...fields } = only.operand;
  const [field, ...more] = Object.keys(fields);
  const sum = field === undefined ? undefined : fields[field];
  const isOne = isDocument(sum) && Object.keys(sum).length === 1 && isNumeric(sum.$sum) && toDouble(sum.$sum) === 1;
  if (field === undefined || more.length > 0 || !isOne || !(_id === null || isNumeric(_id))) return undefined;
  const count = engine.collection(namespace)?.count() ?? 0;
  return count === 0 ? [] : [{ _id, [field]: count }];
}
