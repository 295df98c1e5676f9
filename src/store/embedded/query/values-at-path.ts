import { isDocument, ownField } from '../values/document.ts';

/**
 * Whether some value that a dotted path leads to passes the test; a missing field is tested as undefined.
 * On the way an array stands for each of its documents and, where the path has a number, for that element.
 * An array at the end of the path is one value.
 */
export function someAtPath(from: unknown, parts: readonly string[], test: (value: unknown) => boolean): boolean {
  return someBelow(from, parts, 0, test);
}

/** Every value that a path leads to, with an array at its end taken apart: what a sort or `distinct` looks at. */
export function leavesAtPath(from: unknown, parts: readonly string[]): unknown[] {
  const leaves: unknown[] = [];
  someAtPath(from, parts, (value) => {
    if (Array.isArray(value)) leaves.push(...value);
    else if (value !== undefined) leaves.push(value);
    return false;
  });
  return leaves;
}

function someBelow(
  value: unknown,
  parts: readonly string[],
  depth: number,
  test: (value: unknown) => boolean,
): boolean {
  const part = parts[depth];
  if (part === undefined) return test(value);
  if (Array.isArray(value)) return someInArray(value, parts, depth, test);
  if (!isDocument(value)) return test(undefined);
  return someBelow(ownField(value, part), parts, depth + 1, test);
}

function someInArray(
  array: readonly unknown[],
  parts: readonly string[],
  depth: number,
  test: (value: unknown) => boolean,
): boolean {
  const part = parts[depth] ?? '';
  if (/^\d+$/.test(part) && Number(part) < array.length) {
    if (someBelow(array[Number(part)], parts, depth + 1, test)) return true;
  }
  return array.some((element) => isDocument(element) && someBelow(element, parts, depth, test));
}
