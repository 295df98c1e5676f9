import { badValue, CommandError } from '../errors.ts';
import { type Document, isDocument, ownField, setField } from '../values/document.ts';

/** What happens to a field: it stays, it goes, or it gets a value computed from the whole document. */
export type FieldFate<T> = 'include' | 'exclude' | Computed<T> | FateTree<T>;

export interface Computed<T> {
  readonly compute: (context: T, current: unknown) => unknown;
}

/** The fates of the fields of a document, by name. */
export type FateTree<T> = Map<string, FieldFate<T>>;

/**
 * Files a fate under a dotted path.
 * @throws CommandError 31249 or 31250 when another path lies on it
 */
export function plantFate<T>(tree: FateTree<T>, path: string, fate: Exclude<FieldFate<T>, FateTree<T>>): void {
  const parts = path.split('.');
  if (parts.includes(''))
    throw new CommandError(path === '' ? 40352 : 40353, `FieldPath must not contain an empty field name: '${path}'`);
  if (parts.some((part) => part.startsWith('$')))
    throw new CommandError(16410, `FieldPath field names may not start with '$': '${path}'`);
  let node = tree;
  for (const part of parts.slice(0, -1)) {
    const next = node.get(part) ?? new Map<string, FieldFate<T>>();
    if (!(next instanceof Map))
      throw new CommandError(31249, `Path collision at ${path} remaining portion ${parts.slice(1).join('.')}`);
    node.set(part, next);
    node = next;
  }
  const last = parts.at(-1) ?? '';
  if (node.has(last)) throw new CommandError(31250, `Path collision at ${path}`);
  node.set(last, fate);
}

/** The document with only the fields that are included, and those that are computed. */
export function keepFields<T>(document: Document, tree: FateTree<T>, context: T): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const fate = tree.get(field);
    if (fate === 'include') setField(kept, field, value);
    else if (fate instanceof Map) setDefined(kept, field, keepBelow(value, fate, context));
  }
  return addComputed(kept, document, tree, context);
}

/** The document without the fields that are excluded. */
export function dropFields<T>(document: Document, tree: FateTree<T>, context: T): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const fate = tree.get(field);
    if (fate === undefined || fate === 'include') setField(kept, field, value);
    else if (fate instanceof Map)
      setField(
        kept,
        field,
        eachDocument(value, (item) => dropFields(item, fate, context)),
      );
    else if (fate !== 'exclude') setDefined(kept, field, fate.compute(context, value));
  }
  return kept;
}

/** The document with computed fields added or put in the place of old ones. */
export function addFields<T>(document: Document, tree: FateTree<T>, context: T): Document {
  const changed = { ...document };
  for (const [field, fate] of tree) {
    if (fate instanceof Map) setField(changed, field, addBelow(ownField(document, field), fate, context));
    else if (typeof fate !== 'string') setOrDelete(changed, field, fate.compute(context, ownField(document, field)));
  }
  return changed;
}

function keepBelow<T>(value: unknown, tree: FateTree<T>, context: T): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => keepBelow(item, tree, context)).filter((item) => item !== undefined);
  }
  return isDocument(value) ? keepFields(value, tree, context) : undefined;
}

function addBelow<T>(value: unknown, tree: FateTree<T>, context: T): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => addBelow(item, tree, context));
  return addFields(isDocument(value) ? value : {}, tree, context);
}

function addComputed<T>(kept: Document, document: Document, tree: FateTree<T>, context: T): Document {
  for (const [field, fate] of tree) {
    if (fate instanceof Map) {
      if (hasComputed(fate) && !isDocument(kept[field]) && !Array.isArray(kept[field])) {
        setField(kept, field, addComputed({}, {}, fate, context));
      }
    } else if (typeof fate !== 'string') {
      setDefined(kept, field, fate.compute(context, ownField(document, field)));
    }
  }
  return kept;
}

function hasComputed<T>(tree: FateTree<T>): boolean {
  return [...tree.values()].some((fate) => (fate instanceof Map ? hasComputed(fate) : typeof fate !== 'string'));
}

function eachDocument(value: unknown, change: (document: Document) => Document): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => eachDocument(item, change));
  return isDocument(value) ? change(value) : value;
}

function setDefined(document: Document, field: string, value: unknown): void {
  if (value !== undefined) setField(document, field, value);
}

function setOrDelete(document: Document, field: string, value: unknown): void {
  if (value === undefined) delete document[field];
  else setField(document, field, value);
}

/** The refusal of a projection that both includes and excludes. */
export function mixedProjection(path: string, isInclusion: boolean): CommandError {
  return isInclusion
    ? new CommandError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
    : new CommandError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
}

/** The refusal of a projection that says nothing. */
export function emptyProjection(): CommandError {
  return badValue('An empty sub-projection is not a valid value. Found empty object at path');
}
