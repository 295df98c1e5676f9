import { ObjectId } from 'bson';
import { compilePipelineUpdate } from '../aggregate/pipeline-update.ts';
import type { Engine } from '../engine.ts';
import { CommandError, failedToParse } from '../errors.ts';
import type { FilterScope } from '../query/compile-filter.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { type Appended, applyUpdate, fieldsAppended, fieldsTouched, immutableId } from './apply-update.ts';
import { compileArrayFilters } from './array-filters.ts';
import { matchedPosition } from './matched-position.ts';
import { hasOperators, parseUpdate } from './parse-update.ts';
import { upsertBase } from './upsert-base.ts';

/** An update, ready to be carried out on many documents. */
export interface CompiledUpdate {
  /** Whether it puts a whole new document in the old one's place. */
  readonly isReplacement: boolean;
  /** The top-level fields to which it may do something; undefined when it may be any, or depends on others. */
  readonly touches?: ReadonlySet<string> | undefined;
  /** What it puts to the end of arrays at the top, for a store that does that by itself. */
  readonly appends?: Appended;
  /** The new state of a document. @param left fields that are left as they are */
  readonly apply: (document: Document, left?: Appended) => Document;
  /** The document that an upsert stores when the filter has matched none; `_id` stands first. */
  readonly insert: () => Document;
}

/** What an update statement consists of. */
export interface UpdateStatement {
  readonly filter: Document;
  readonly update: unknown;
  readonly arrayFilters?: unknown;
  /** Variables for a pipeline (`c` of the statement). */
  readonly constants?: Document;
  readonly scope: FilterScope;
  readonly now: Date;
  readonly engine: Engine;
}

/**
 * Reads the update of a statement: operators, a pipeline or a replacement.
 * @throws CommandError 9 when it is none of them or a mixture
 */
export function compileUpdate(statement: UpdateStatement): CompiledUpdate {
  const { update } = statement;
  if (Array.isArray(update)) return compilePipeline(update, statement);
  if (!isDocument(update)) {
    throw failedToParse('Update argument must be either an object or an array');
  }
  return hasOperators(update) ? compileOperators(update, statement) : compileReplacement(update, statement);
}

function compileOperators(update: Document, statement: UpdateStatement): CompiledUpdate {
  const { filter, scope, now } = statement;
  const steps = parseUpdate(update);
  const tests = compileArrayFilters(statement.arrayFilters, steps, scope);
  const contextFor = (document: Document, isInsert: boolean) => ({
    places: {
      matchedPosition: (parts: readonly string[]) =>
        isInsert ? undefined : matchedPosition(document, filter, parts, scope),
      elementTest: (name: string) => tests.get(name),
    },
    scope,
    now,
    isInsert,
  });
  return {
    isReplacement: false,
    touches: fieldsTouched(steps),
    appends: fieldsAppended(steps),
    apply: (document, left) => {
      const taken = left ? steps.filter(({ parts }) => !left.has(parts[0] ?? '')) : steps;
      return applyUpdate(document, taken, contextFor(document, false));
    },
    insert: () => {
      const base = upsertBase(filter);
      return withId(applyUpdate(base, steps, contextFor(base, true)));
    },
  };
}

function compileReplacement(update: Document, statement: UpdateStatement): CompiledUpdate {
  if (statement.arrayFilters !== undefined) {
    throw failedToParse('Cannot specify arrayFilters and a non-operator update');
  }
  rejectOperatorFields(update);
  const replace = (base: Document): Document => {
    if ('_id' in update && '_id' in base && !equalValues(base._id, update._id)) throw immutableId();
    const { _id = base._id, ...rest } = update;
    return _id === undefined ? rest : { _id, ...rest };
  };
  return { isReplacement: true, apply: replace, insert: () => withId(replace(idOf(upsertBase(statement.filter)))) };
}

/** A replacement with a `$` field is most likely an update that went astray. */
function rejectOperatorFields(replacement: Document): void {
  const field = Object.keys(replacement).find((name) => name.startsWith('$'));
  if (field === undefined) return;
  throw new CommandError(
    52,
    `The dollar ($) prefixed field '${field}' in '${field}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );
}

function compilePipeline(pipeline: unknown[], statement: UpdateStatement): CompiledUpdate {
  if (statement.arrayFilters !== undefined) {
    throw failedToParse('arrayFilters may not be specified for pipeline-syle updates');
  }
  const run = compilePipelineUpdate(pipeline, statement.constants ?? {}, statement.now, statement.engine);
  const apply = (document: Document): Document => {
    const after = run(document);
    if (!('_id' in document)) return after;
    if ('_id' in after && !equalValues(after._id, document._id)) throw immutableId();
    const { _id: _, ...rest } = after;
    return { _id: document._id, ...rest };
  };
  return { isReplacement: false, apply, insert: () => withId(apply(upsertBase(statement.filter))) };
}

function idOf(base: Document): Document {
  return '_id' in base ? { _id: base._id } : {};
}

function withId(document: Document): Document {
  const { _id = new ObjectId(), ...rest } = document;
  if (Array.isArray(_id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  return { _id, ...rest };
}
