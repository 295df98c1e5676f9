import type { Path } from './desk-file-yaml.ts';

/** A value of the file and where it stands. */
export interface Found<T = unknown> {
  readonly path: Path;
  readonly value: T;
}

/** What stands at a path of plain data; undefined when nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<PropertyKey, unknown>)[step];
  }, root);
}

/** Every value at a path of which `*` stands for each entry of a list; nothing where the data has another shape. */
export function valuesAt(root: unknown, pattern: readonly string[]): Found[] {
  return pattern.reduce<Found[]>(
    (found, step) => found.flatMap((each) => stepInto(each, step)),
    [{ path: [], value: root }],
  );
}

/** As `valuesAt`, text only. */
export function textsAt(root: unknown, pattern: readonly string[]): Found<string>[] {
  return valuesAt(root, pattern).flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));
}

/** Those whose text was there before. */
export function repeated(texts: readonly Found<string>[]): Found<string>[] {
  return texts.filter(({ value }, at) => texts.findIndex((other) => other.value === value) < at);
}

function stepInto({ path, value }: Found, step: string): Found[] {
  if (step === '*')
    return Array.isArray(value) ? value.map((entry: unknown, at) => ({ path: [...path, at], value: entry })) : [];
  const next = valueAt(value, [step]);
  return next === undefined ? [] : [{ path: [...path, step], value: next }];
}
