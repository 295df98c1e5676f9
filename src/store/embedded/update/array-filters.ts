import { badValue, CommandError, failedToParse } from '../errors.ts';
import { compileFilter, type FilterScope } from '../query/compile-filter.ts';
import { type Document, isDocument } from '../values/document.ts';
import type { UpdateStep } from './parse-update.ts';

type ElementTest = (element: unknown) => boolean;

/**
 * Compiles `arrayFilters` into a test for each identifier.
 * @throws CommandError 9 when a filter is not about one identifier or is never used
 */
export function compileArrayFilters(
  filters: unknown,
  steps: readonly UpdateStep[],
  scope: FilterScope,
): Map<string, ElementTest> {
  const tests = new Map<string, ElementTest>();
  if (filters === undefined) return tests;
  if (!Array.isArray(filters)) throw new CommandError(14, 'arrayFilters must be an array');
  for (const filter of filters) {
    if (!isDocument(filter)) throw new CommandError(14, 'array filters must be objects');
    const name = identifierOf(filter);
    if (tests.has(name)) throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    if (!steps.some(({ parts }) => parts.includes(`$[${name}]`))) {
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
    }
    const matches = compileFilter(filter, scope);
    tests.set(name, (element) => matches({ [name]: element }));
  }
  return tests;
}

function identifierOf(filter: Document): string {
  const names = new Set(topFields(filter));
  const [name, second] = names;
  if (name === undefined)
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
  if (second !== undefined) {
    throw failedToParse(
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${second}'`,
    );
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    throw badValue(
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
    );
  }
  return name;
}

function topFields(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key];
    return Array.isArray(operand) ? operand.filter(isDocument).flatMap(topFields) : [];
  });
}
