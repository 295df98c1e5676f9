import { CommandError } from '../errors.ts';
import { variablesFor } from '../expression/evaluate.ts';
import { compileAddFields, compileProject, compileUnset, type Projection } from '../query/projection.ts';
import { setAt, unsetAt, valueAt } from '../update/document-path.ts';
import { type Document, isDocument } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import { kindOf } from '../values/value-kind.ts';
import type { Stage, StageCompiler, StageContext } from './stage.ts';
import { stageDocument } from './stage-document.ts';

/** Stages that give each document another shape. */
export const shapingStages: Record<string, StageCompiler> = {
  $project: (operand, { scope }) => mapped(compileProject(stageDocument('$project', operand, 15969), scope)),
  $addFields: (operand, { scope }) => mapped(compileAddFields(stageDocument('$addFields', operand, 40272), scope)),
  $set: (operand, { scope }) => mapped(compileAddFields(stageDocument('$set', operand, 40272), scope)),
  $unset: (operand) => mapped(compileUnset(unsetPaths(operand))),
  $replaceRoot: (operand, context) => replaceRoot(stageDocument('$replaceRoot', operand, 40229).newRoot, context),
  $replaceWith: (operand, context) => replaceRoot(operand, context),
  $unwind: (operand) => unwind(operand),
};

/** The stages that an update by pipeline may use. */
export const updateStages: ReadonlySet<string> = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
]);

function mapped(shape: Projection): Stage {
  return function* (documents) {
    for (const document of documents) yield shape(document);
  };
}

function unsetPaths(operand: unknown): string[] {
  const paths = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string')) {
    throw new CommandError(31002, '$unset specification must be a string or an array with at least one field');
  }
  return paths;
}

function replaceRoot(operand: unknown, { compile, constants }: StageContext): Stage {
  const evaluate = compile(operand);
  return mapped((document) => {
    const root = evaluate(variablesFor(document, constants));
    if (isDocument(root)) return root;
    throw new CommandError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was: ${inspectValue(root)}. Type of resulting value: '${kindOf(root)}'.`,
    );
  });
}

interface UnwindOptions {
  readonly parts: readonly string[];
  readonly indexField: string | undefined;
  readonly keepsEmpty: boolean;
}

function unwind(operand: unknown): Stage {
  const options = unwindOptions(operand);
  return function* (documents) {
    for (const document of documents) yield* unwound(document, options);
  };
}

function unwindOptions(operand: unknown): UnwindOptions {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...rest } = isDocument(operand)
    ? operand
    : { path: operand };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new CommandError(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (typeof path !== 'string')
    throw new CommandError(28808, `expected a string as the path for $unwind stage, got ${kindOf(path)}`);
  if (!path.startsWith('$'))
    throw new CommandError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$'))) {
    throw new CommandError(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$'`);
  }
  return {
    parts: path.slice(1).split('.'),
    indexField: includeArrayIndex,
    keepsEmpty: preserveNullAndEmptyArrays === true,
  };
}

function* unwound(document: Document, options: UnwindOptions): Generator<Document> {
  const { parts, keepsEmpty } = options;
  const value = valueAt(document, parts);
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (isEmpty && !keepsEmpty) return;
  if (isEmpty || !Array.isArray(value)) {
    yield withElement(document, options, { element: Array.isArray(value) ? undefined : value, position: null });
    return;
  }
  for (const [position, element] of value.entries()) yield withElement(document, options, { element, position });
}

function withElement(
  document: Document,
  { parts, indexField }: UnwindOptions,
  { element, position }: { readonly element: unknown; readonly position: number | null },
): Document {
  const copy = copyAlong(document, parts);
  if (element === undefined) unsetAt(copy, parts);
  else setAt(copy, parts, element);
  if (indexField !== undefined) setAt(copy, indexField.split('.'), position);
  return copy;
}

/** A copy in which only the documents along a path are new; the rest is shared. */
function copyAlong(document: Document, parts: readonly string[]): Document {
  const [first = '', ...rest] = parts;
  const copy = { ...document };
  const child = copy[first];
  if (rest.length > 0 && isDocument(child)) copy[first] = copyAlong(child, rest);
  return copy;
}
