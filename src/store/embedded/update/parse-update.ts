import { CommandError, failedToParse } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import { kindOf } from '../values/value-kind.ts';

/** One change that an update document asks for: an operator, the path that it works on, and its operand. */
export interface UpdateStep {
  readonly operator: UpdateOperator;
  readonly path: string;
  readonly parts: readonly string[];
  readonly operand: unknown;
}

/** The update operators of MongoDB. */
export const updateOperators = [
  '$set',
  '$unset',
  '$setOnInsert',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$currentDate',
  '$push',
  '$addToSet',
  '$pull',
  '$pullAll',
  '$pop',
  '$bit',
] as const;

export type UpdateOperator = (typeof updateOperators)[number];

/** Whether an update document holds operators and not a whole new document. */
export function hasOperators(update: Document): boolean {
  const [first] = Object.keys(update);
  return first?.startsWith('$') === true;
}

/**
 * Reads an update document into its steps, in the order in which MongoDB carries them out (by path).
 * @throws CommandError 9 for an unknown operator, 40 when two steps touch the same field
 */
export function parseUpdate(update: Document): UpdateStep[] {
  const steps = Object.entries(update).flatMap(([operator, fields]) => stepsOf(operator, fields));
  const sorted = steps.sort((a, b) => comparePaths(a.parts, b.parts));
  rejectConflicts(sorted);
  return sorted;
}

function stepsOf(name: string, fields: unknown): UpdateStep[] {
  const operator = updateOperators.find((known) => known === name);
  if (!operator) {
    throw failedToParse(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDocument(fields)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${kindOf(fields)} instead. For example: {$mod: {<field>: ...}} ` +
        `not {${name}: ${inspectValue(fields)}}`,
    );
  }
  return Object.entries(fields).flatMap(([path, operand]) => {
    const step = { operator, path, parts: partsOf(path), operand };
    return operator === '$rename' ? [step, { ...step, ...renameTarget(path, operand) }] : [step];
  });
}

/** A rename touches two paths; the second step stands for its target and carries the source as operand. */
function renameTarget(source: string, target: unknown): { path: string; parts: string[]; operand: unknown } {
  if (typeof target !== 'string') {
    throw new CommandError(2, `The 'to' field for $rename must be a string: ${source}: ${inspectValue(target)}`);
  }
  if (target === source) {
    throw new CommandError(2, `The source and target field for $rename must differ: ${source}: "${target}"`);
  }
  const [sourceParts, parts] = [partsOf(source), partsOf(target)];
  if ([...sourceParts, ...parts].some((part) => part.startsWith('$'))) {
    throw new CommandError(2, `The source and target field for $rename may not be dynamic: ${source}, ${target}`);
  }
  return { path: target, parts, operand: { renamedFrom: source } };
}

function partsOf(path: string): string[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '')) {
    if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
    throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  if (parts[0]?.startsWith('$')) {
    throw new CommandError(52, `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not valid for storage.`);
  }
  return parts;
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compareParts(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

// Array positions by number, names by letter.
function compareParts(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
}

function rejectConflicts(sorted: readonly UpdateStep[]): void {
  const seen = new Map<string, UpdateStep>();
  for (const step of sorted) {
    for (let length = 1; length <= step.parts.length; length += 1) {
      const prefix = step.parts.slice(0, length).join('.');
      if (seen.has(prefix)) {
        throw new CommandError(40, `Updating the path '${step.path}' would create a conflict at '${prefix}'`);
      }
    }
    seen.set(step.path, step);
  }
}
