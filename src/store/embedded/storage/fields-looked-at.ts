import { type Document, ownField } from '../values/document.ts';
import type { IndexSpec } from './index-spec.ts';

/** The top-level fields that are not the very same value any more. */
export function changedFields(before: Document, after: Document): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => ownField(before, field) !== ownField(after, field),
  );
}

/** Whether an index, or the filter of a partial one, looks at one of the fields. */
export function looksAtAny(fields: readonly string[]): (index: IndexSpec) => boolean {
  return (index) => {
    const looksAt = topFieldsOf(index);
    return looksAt === undefined || fields.some((field) => looksAt.has(field));
  };
}

const knownFields = new WeakMap<IndexSpec, ReadonlySet<string> | 'any'>();

/** The top-level fields on which a document's place in an index depends; undefined when that cannot be told. */
export function topFieldsOf(index: IndexSpec): ReadonlySet<string> | undefined {
  let fields = knownFields.get(index);
  if (!fields) {
    const paths = [...index.fields.map(({ path }) => path), ...Object.keys(index.partialFilter ?? {})];
    const isPlain = paths.every((path) => !path.startsWith('$'));
    fields = isPlain ? new Set(paths.map((path) => path.split('.')[0] ?? path)) : 'any';
    knownFields.set(index, fields);
  }
  return fields === 'any' ? undefined : fields;
}
