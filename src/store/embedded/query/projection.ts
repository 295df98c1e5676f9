import { badValue, notSupported } from '../errors.ts';
import { matchedPosition } from '../update/matched-position.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import { compileFilter, type FilterScope } from './compile-filter.ts';
import {
  addFields,
  dropFields,
  emptyProjection,
  type FateTree,
  type FieldFate,
  keepFields,
  mixedProjection,
  plantFate,
} from './projection-tree.ts';

/** Shapes a document. */
export type Projection = (document: Document) => Document;

type Fate = Exclude<FieldFate<Document>, FateTree<Document>>;

interface Leaf {
  readonly path: string;
  readonly fate: Fate;
  /** Whether it says which fields stay; `$slice` leaves that open. */
  readonly decides: 'inclusion' | 'exclusion' | 'nothing';
}

/**
 * Compiles the projection of a find; undefined when it is empty and documents stay as they are.
 * @throws CommandError 31253 or 31254 when it both includes and excludes
 */
export function compileProjection(projection: Document, filter: Document, scope: FilterScope): Projection | undefined {
  return compileShape(projection, (operand) => specialFate(operand, scope), filter, scope);
}

/** Compiles the operand of `$project`, which has expressions only. */
export function compileProject(projection: Document, scope: FilterScope): Projection {
  const shape = compileShape(projection, () => undefined, {}, scope);
  if (!shape) throw badValue('Invalid $project :: caused by :: projection specification must have at least one field');
  return shape;
}

/** Compiles the operand of `$addFields`: computed fields beside those that are there. */
export function compileAddFields(fields: Document, scope: FilterScope): Projection {
  const tree: FateTree<Document> = new Map();
  for (const { path, operand } of leavesOf(fields, '', true)) plantFate(tree, path, computed(operand, scope));
  return (document) => addFields(document, tree, document);
}

/** Compiles an exclusion of fields by path. */
export function compileUnset(paths: readonly string[]): Projection {
  const tree: FateTree<Document> = new Map();
  for (const path of paths) plantFate(tree, path, 'exclude');
  return (document) => dropFields(document, tree, document);
}

type SpecialFate = (operand: Document) => Leaf['fate'] | undefined;

function compileShape(
  projection: Document,
  special: SpecialFate,
  filter: Document,
  scope: FilterScope,
): Projection | undefined {
  const leaves = leavesOf(projection, '', false).map(({ path, operand }) =>
    path.endsWith('.$') ? positionalLeaf(path.slice(0, -2), filter, scope) : leafOf(path, operand, special, scope),
  );
  if (leaves.length === 0) return undefined;
  const isInclusion = decideInclusion(leaves);
  const tree: FateTree<Document> = new Map();
  for (const { path, fate, decides } of leaves) {
    const isContrary = decides === (isInclusion ? 'exclusion' : 'inclusion');
    if (isContrary && path !== '_id') throw mixedProjection(path, isInclusion);
    plantFate(tree, path, fate);
  }
  if (isInclusion && !tree.has('_id')) tree.set('_id', 'include');
  if (!isInclusion) return (document) => dropFields(document, tree, document);
  return (document) => keepFields(document, tree, document);
}

function decideInclusion(leaves: readonly Leaf[]): boolean {
  const deciding = leaves.find(({ path, decides }) => decides !== 'nothing' && path !== '_id');
  if (deciding) return deciding.decides === 'inclusion';
  return leaves.every(({ decides }) => decides === 'inclusion');
}

function positionalLeaf(path: string, filter: Document, scope: FilterScope): Leaf {
  return { path, fate: positional(path, filter, scope), decides: 'inclusion' };
}

function leafOf(path: string, operand: unknown, special: SpecialFate, scope: FilterScope): Leaf {
  if (typeof operand === 'boolean' || isNumeric(operand)) {
    const isKept = operand === true || (operand !== false && toDouble(operand) !== 0);
    return { path, fate: isKept ? 'include' : 'exclude', decides: isKept ? 'inclusion' : 'exclusion' };
  }
  const fate = isDocument(operand) ? special(operand) : undefined;
  if (fate) return { path, fate, decides: isDocument(operand) && '$slice' in operand ? 'nothing' : 'inclusion' };
  return { path, fate: computed(operand, scope), decides: 'inclusion' };
}

/** The fields of a specification, with nested documents spread out into dotted paths. */
function leavesOf(
  fields: Document,
  prefix: string,
  isAdding: boolean,
): { readonly path: string; readonly operand: unknown }[] {
  return Object.entries(fields).flatMap(([field, operand]) => {
    const path = prefix + field;
    if (!isDocument(operand)) return [{ path, operand }];
    const [first] = Object.keys(operand);
    if (first === undefined && isAdding) return [{ path, operand }];
    if (first === undefined) throw emptyProjection();
    return first.startsWith('$') ? [{ path, operand }] : leavesOf(operand, `${path}.`, isAdding);
  });
}

function computed(operand: unknown, scope: FilterScope): Fate {
  const evaluate = scope.compileExpression(operand);
  return { compute: (document) => evaluate(document) };
}

function specialFate(operand: Document, scope: FilterScope): Fate | undefined {
  const [name] = Object.keys(operand);
  if (name === '$slice') return sliceFate(operand.$slice, scope);
  if (name === '$meta') throw notSupported('$meta in a projection');
  if (name !== '$elemMatch') return undefined;
  if (!isDocument(operand.$elemMatch)) throw badValue('elemMatch: Invalid argument, object required');
  const matches = compileFilter({ element: { $elemMatch: operand.$elemMatch } }, scope);
  return {
    compute: (_document, current) => {
      const found = Array.isArray(current)
        ? current.find((element: unknown) => matches({ element: [element] }))
        : undefined;
      return found === undefined ? undefined : [found];
    },
  };
}

function sliceFate(operand: unknown, scope: FilterScope): Fate | undefined {
  // With more than two numbers, or an expression, it is the operator and not the projection.
  const parts = Array.isArray(operand) ? operand : [operand];
  if (parts.length > 2 || !parts.every(isNumeric)) return computed({ $slice: operand }, scope);
  const [first = 0, second] = parts.map(toDouble);
  const [from, count] = second === undefined ? (first < 0 ? [first, undefined] : [0, first]) : [first, second];
  return {
    compute: (_document, current) => {
      if (!Array.isArray(current)) return current;
      const start = from < 0 ? Math.max(0, current.length + from) : from;
      return current.slice(start, count === undefined ? undefined : start + count);
    },
  };
}

function positional(path: string, filter: Document, scope: FilterScope): Fate {
  const parts = path.split('.');
  return {
    compute: (document, current) => {
      if (!Array.isArray(current)) return current;
      const position = matchedPosition(document, filter, parts, scope);
      if (position === undefined)
        throw badValue(
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      return [current[position]];
    },
  };
}
