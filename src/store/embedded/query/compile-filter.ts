import { badValue, notSupported } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { kindOf } from '../values/value-kind.ts';
import { compileFieldCondition } from './field-condition.ts';

/** Tells whether a document is meant by a filter. */
export type Predicate = (document: Document) => boolean;

/** What a filter may refer to beyond the document: how `$expr` is compiled. */
export interface FilterScope {
  readonly compileExpression: (expression: unknown) => (document: Document) => unknown;
}

/**
 * Compiles a filter once, to test many documents.
 * @throws CommandError 2 for an operator that MongoDB does not know, 115 for one that only MongoDB has
 */
export function compileFilter(filter: Document, scope: FilterScope): Predicate {
  const tests = Object.entries(filter).flatMap(([key, operand]) => compileEntry(key, operand, scope));
  return allOf(tests);
}

/** A test that passes when all given tests pass. */
export function allOf<T>(tests: readonly ((value: T) => boolean)[]): (value: T) => boolean {
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  return (value) => tests.every((test) => test(value));
}

const onlyInMongo = new Set(['$where', '$text', '$jsonSchema', '$sampleRate', '$alwaysTrue', '$alwaysFalse']);

function compileEntry(key: string, operand: unknown, scope: FilterScope): Predicate[] {
  if (!key.startsWith('$')) return [compileFieldCondition(key, operand, scope)];
  switch (key) {
    case '$and':
      return branches(key, operand, scope);
    case '$or': {
      const tests = branches(key, operand, scope);
      return [(document) => tests.some((test) => test(document))];
    }
    case '$nor': {
      const tests = branches(key, operand, scope);
      return [(document) => !tests.some((test) => test(document))];
    }
    case '$expr': {
      const evaluate = scope.compileExpression(operand);
      return [(document) => isTruthy(evaluate(document))];
    }
    case '$comment':
      return [];
    default:
      throw onlyInMongo.has(key) ? notSupported(key) : unknownTopLevel(key);
  }
}

function branches(key: string, operand: unknown, scope: FilterScope): Predicate[] {
  if (!Array.isArray(operand)) throw badValue(`${key} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return operand.map((branch: unknown) => {
    if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileFilter(branch, scope);
  });
}

function unknownTopLevel(key: string) {
  return badValue(
    `unknown top level operator: ${key}. If you have a field name that starts with a '$' symbol, ` +
      'consider using $getField or $setField.',
  );
}

/** Whether an expression's result counts as true: everything but false, null, missing and zero. */
export function isTruthy(value: unknown): boolean {
  switch (kindOf(value)) {
    case 'missing':
    case 'null':
      return false;
    case 'bool':
      return value === true;
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return Number(String(value)) !== 0;
    default:
      return true;
  }
}
