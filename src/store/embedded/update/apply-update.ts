import { CommandError } from '../errors.ts';
import type { FilterScope } from '../query/compile-filter.ts';
import { cloneValue, equalValues } from '../values/compare-values.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { addToSet, pop, pullAll, pullWith, push, valuesAppended } from './array-operators.ts';
import { setAt, unsetAt, valueAt } from './document-path.ts';
import { bits, currentDate, type FieldOperator, increment, larger, multiply, smaller } from './field-operators.ts';
import type { UpdateOperator, UpdateStep } from './parse-update.ts';
import { type OpenPlaces, resolvePath } from './resolve-path.ts';

/** What an update needs to know beyond the document. */
export interface UpdateContext {
  readonly places: OpenPlaces;
  readonly scope: FilterScope;
  readonly now: Date;
  /** The document is being made by an upsert, so `$setOnInsert` counts. */
  readonly isInsert: boolean;
}

/**
 * Carries out an update's steps on a copy of the document.
 * @throws CommandError 66 when `_id` would change, 28, 14 or 2 when a step does not fit the document
 */
export function applyUpdate(before: Document, steps: readonly UpdateStep[], context: UpdateContext): Document {
  const document: Document = {};
  for (const [field, value] of Object.entries(before)) setField(document, field, value);
  // What no step touches stays the very same value, by which a store knows that it has not changed. A step at the top puts
  // a new value in the old one's place; only what a step reaches into is changed itself, and therefore copied.
  for (const field of new Set(steps.flatMap(reachedInto))) {
    if (Object.hasOwn(document, field)) setField(document, field, cloneValue(document[field]));
  }
  for (const step of steps) applyStep(document, step, context);
  if ('_id' in before && !equalValues(before._id, document._id)) throw immutableId();
  return document;
}

/** The top-level fields that steps may change; undefined where a place in an array depends on what the filter has found. */
export function fieldsTouched(steps: readonly UpdateStep[]): ReadonlySet<string> | undefined {
  if (steps.some(({ parts }) => parts.some((part) => part.startsWith('$')))) return undefined;
  return new Set(steps.flatMap((step) => [step.parts[0] ?? '', ...reachedInto(step)]));
}

/** The top-level arrays to whose end something is put, and nothing else done: they can grow without being read. */
export function fieldsAppended(steps: readonly UpdateStep[]): Appended {
  const appended = new Map<string, readonly unknown[]>();
  for (const { operator, parts, operand } of steps) {
    const [field, ...deeper] = parts;
    if (operator !== '$push' || field === undefined || deeper.length > 0) continue;
    const values = valuesAppended(operand) ?? [];
    if (values.length > 0) appended.set(field, values);
  }
  return appended;
}

/** Values by the field whose array they are put to the end of. */
export type Appended = ReadonlyMap<string, readonly unknown[]>;

/** The top-level fields in which a step changes something. */
function reachedInto({ parts, operator, operand }: UpdateStep): string[] {
  const target = parts[0] ?? '';
  if (parts.length === 1 && operator !== '$rename') return [];
  const isRename = operator === '$rename' && isDocument(operand) && typeof operand.renamedFrom === 'string';
  return isRename ? [target, String(operand.renamedFrom).split('.')[0] ?? ''] : [target];
}

/** The refusal of a change to `_id`. */
export function immutableId(): CommandError {
  return new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

const plainOperators: Partial<Record<UpdateOperator, FieldOperator>> = {
  $set: (_current, operand) => operand,
  $inc: increment,
  $mul: multiply,
  $min: smaller,
  $max: larger,
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pullAll: pullAll,
  $bit: bits,
};

function applyStep(document: Document, step: UpdateStep, context: UpdateContext): void {
  const { operator, parts } = step;
  if (operator === '$rename') {
    rename(document, step);
    return;
  }
  if (operator === '$setOnInsert' && !context.isInsert) return;
  for (const path of resolvePath(document, parts, context.places)) {
    if (operator === '$unset') unsetAt(document, path);
    else applyOperator(document, path, step, context);
  }
}

function operatorOf(operator: UpdateOperator, scope: FilterScope): FieldOperator {
  if (operator === '$pull') return pullWith(scope);
  return plainOperators[operator] ?? ((_current, operand) => operand);
}

function applyOperator(document: Document, path: string[], step: UpdateStep, { scope, now }: UpdateContext): void {
  const current = valueAt(document, path);
  const operate = operatorOf(step.operator, scope);
  const next = operate(current, step.operand, { path: path.join('.'), id: document._id, now });
  if (next === undefined || next === current) return;
  setAt(document, path, path.length === 1 ? next : cloneValue(next));
}

function rename(document: Document, { path, parts, operand }: UpdateStep): void {
  if (!isDocument(operand) || typeof operand.renamedFrom !== 'string') return;
  const source = operand.renamedFrom.split('.');
  rejectArrays(document, source, 'source');
  rejectArrays(document, parts, 'dest');
  const value = valueAt(document, source);
  if (value === undefined) return;
  unsetAt(document, source);
  setAt(document, path.split('.'), value);
}

function rejectArrays(document: Document, parts: readonly string[], role: string): void {
  const isInArray = parts.some((_part, depth) => Array.isArray(valueAt(document, parts.slice(0, depth))));
  if (isInArray) {
    throw new CommandError(2, `The ${role} field cannot be an array element, '${parts.join('.')}' in doc with _id`);
  }
}
