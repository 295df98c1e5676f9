import { badValue, CommandError } from '../errors.ts';
import { type Document, isDocument, ownField } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';

/** What stands for the places in arrays that a path leaves open. */
export interface OpenPlaces {
  /** The position that the filter matched, for `$`; undefined when it matched none. */
  readonly matchedPosition: (arrayParts: readonly string[]) => number | undefined;
  /** A test for the elements that `$[name]` means. */
  readonly elementTest: (name: string) => ((element: unknown) => boolean) | undefined;
}

/**
 * The concrete paths that a path with `$`, `$[]` or `$[name]` means in a document.
 * @throws CommandError 2 when an open place has no array, no match or no array filter
 */
export function resolvePath(document: Document, parts: readonly string[], places: OpenPlaces): string[][] {
  if (!parts.some((part) => part.startsWith('$'))) return [[...parts]];
  return resolveFrom(document, [], parts, places);
}

function resolveFrom(value: unknown, done: readonly string[], rest: readonly string[], places: OpenPlaces): string[][] {
  const [part, ...later] = rest;
  if (part === undefined) return [[...done]];
  if (!part.startsWith('$')) return resolveFrom(childOf(value, part), [...done, part], later, places);
  const positions = positionsOf(value, part, done, places);
  return positions.flatMap((position) =>
    resolveFrom(childOf(value, String(position)), [...done, String(position)], later, places),
  );
}

function positionsOf(value: unknown, part: string, done: readonly string[], places: OpenPlaces): number[] {
  if (part === '$') return [matchedPosition(done, places)];
  const [, name] = /^\$\[(.*)\]$/.exec(part) ?? [];
  if (name === undefined) {
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${part}' in '${[...done, part].join('.')}' is not valid for storage.`,
    );
  }
  const path = done.join('.');
  if (value === undefined) {
    throw badValue(`The path '${path}' must exist in the document in order to apply array updates.`);
  }
  if (!Array.isArray(value)) {
    throw badValue(`Cannot apply array updates to non-array element ${done.at(-1) ?? ''}: ${inspectValue(value)}`);
  }
  const everyPosition = value.map((_element, position) => position);
  if (name === '') return everyPosition;
  const test = places.elementTest(name);
  if (!test) throw badValue(`No array filter found for identifier '${name}' in path '${path}.${part}'`);
  return everyPosition.filter((position) => test(value[position]));
}

function matchedPosition(done: readonly string[], places: OpenPlaces): number {
  const position = places.matchedPosition(done);
  if (position === undefined) throw badValue('The positional operator did not find the match needed from the query.');
  return position;
}

function childOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value[Number(part)];
  return isDocument(value) ? ownField(value, part) : undefined;
}
