import { type Plan, planQuery } from '../planner/plan-query.ts';
import { runPlan } from '../planner/run-plan.ts';
import type { Predicate } from '../query/compile-filter.ts';
import { type SortField, sortKeyOf } from '../query/sort-key.ts';
import type { Collection } from '../storage/collection.ts';
import { decodeBson } from '../values/decode-bson.ts';
import type { Document } from '../values/document.ts';
import { Elements } from '../values/elements.ts';

/** A document that a query has found. */
export interface Found {
  readonly record: number;
  readonly bytes: Buffer;
  /** Decoded when it is first asked for: many a document is only passed on, or looked at in part. */
  readonly document: Document;
  readonly elements: Elements;
}

class StoredDocument implements Found {
  readonly record: number;
  readonly bytes: Buffer;
  #document: Document | undefined;
  #elements: Elements | undefined;

  constructor(record: number, bytes: Buffer) {
    this.record = record;
    this.bytes = bytes;
  }

  get document(): Document {
    this.#document ??= decodeBson(this.bytes);
    return this.#document;
  }

  get elements(): Elements {
    this.#elements ??= new Elements(this.bytes);
    return this.#elements;
  }
}

/** Which documents are looked for and in which order they come. */
export interface Search {
  readonly filter: Document;
  readonly matches: Predicate;
  /** The only top-level fields that `matches` looks at; undefined when that cannot be told. */
  readonly looksAt?: ReadonlySet<string> | undefined;
  readonly sort: readonly SortField[];
  readonly hint?: unknown;
  readonly skip?: number;
  readonly limit?: number | undefined;
}

/** What a search has looked at, for `explain`. */
export interface SearchCounts {
  keysExamined: number;
  documentsExamined: number;
}

/** The documents that a search finds, one at a time and in order. */
export function* findDocuments(
  collection: Collection,
  search: Search,
  plan: Plan = planQuery(collection.indexes, search),
  counts: SearchCounts = { keysExamined: 0, documentsExamined: 0 },
): Generator<Found> {
  const found = matching(collection, search, plan, counts);
  const ordered = plan.isSorted ? found : sorted(collection, search, found);
  const { skip = 0, limit } = search;
  let place = 0;
  for (const item of ordered) {
    place += 1;
    if (place > skip) yield item;
    if (limit !== undefined && place >= skip + limit) return;
  }
}

/** The one document that a search is for, where it asks for an `_id`. Most searches do, and this is the quickest way. */
export function findOne(collection: Collection, search: Search): Found | undefined {
  const { _id: id } = search.filter;
  if (typeof id !== 'string' || search.hint !== undefined) return first(findDocuments(collection, search));
  const record = collection.lastSeen(id);
  const known = record === undefined ? undefined : readDocument(collection, record);
  if (known && isMeant(known, search)) return known;
  const found = first(findDocuments(collection, search));
  if (found) collection.seen(id, found.record);
  return found;
}

function first(found: Iterable<Found>): Found | undefined {
  for (const item of found) return item;
  return undefined;
}

/**
 * What is to be changed: all of it is found before the first change, so that no change makes a document be found twice,
 * and looked at again when its turn comes, for another command may have changed it since. Where many are looked for, it
 * comes up for air (`undefined`) now and then, so that others get their turn and memory is given back.
 */
export function* targets(collection: Collection, search: Search): Generator<Found | undefined> {
  // Nobody has had a turn since it was found.
  if (search.limit === 1) {
    const found = findOne(collection, search);
    if (found) yield found;
    return;
  }
  const records = search.limit === undefined ? yield* manyRecords(collection, search) : fewRecords(collection, search);
  for (const record of records) {
    const found = readDocument(collection, record);
    if (found && isMeant(found, search)) yield found;
  }
}

/** Looks at no more of a document than the filter does. */
function isMeant(found: Found, { matches, looksAt }: Search): boolean {
  return matches(looksAt ? found.elements.decode(looksAt) : found.document);
}

function fewRecords(collection: Collection, search: Search): number[] {
  return Array.from(findDocuments(collection, search), ({ record }) => record);
}

const lookedAtPerPart = 500;

function* manyRecords(collection: Collection, search: Search): Generator<undefined, number[]> {
  const records: number[] = [];
  let lookedAt = 0;
  for (const record of runPlan(collection, planQuery(collection.indexes, search))) {
    const found = readDocument(collection, record);
    if (found && isMeant(found, search)) records.push(record);
    lookedAt += 1;
    if (lookedAt % lookedAtPerPart === 0) yield undefined;
  }
  return records;
}

function* matching(collection: Collection, search: Search, plan: Plan, counts: SearchCounts): Generator<Found> {
  for (const record of runPlan(collection, plan)) {
    if (plan.stage !== 'COLLSCAN') counts.keysExamined += 1;
    const found = readDocument(collection, record);
    if (!found) continue;
    counts.documentsExamined += 1;
    if (isMeant(found, search)) yield found;
  }
}

/** The document of a record, or undefined when it is gone. */
export function readDocument(collection: Collection, record: number): Found | undefined {
  const bytes = collection.read(record);
  return bytes && new StoredDocument(record, bytes);
}

/** Sorting keeps only keys and record numbers in memory, and reads each document again when its turn comes. */
function* sorted(collection: Collection, search: Search, found: Iterable<Found>): Generator<Found> {
  const { sort, skip = 0, limit } = search;
  let entries: { readonly key: Buffer; readonly record: number }[] = [];
  const wanted = limit === undefined ? Number.POSITIVE_INFINITY : skip + limit;
  for (const { document, record } of found) {
    entries.push({ key: sortKeyOf(document, sort), record });
    // Far more than wanted: keep the first ones only.
    if (entries.length >= 2 * wanted + 1000) entries = firstEntries(entries, wanted);
  }
  for (const { record } of firstEntries(entries, wanted)) {
    const item = readDocument(collection, record);
    if (item && isMeant(item, search)) yield item;
  }
}

function firstEntries<T extends { readonly key: Buffer }>(entries: T[], count: number): T[] {
  entries.sort((a, b) => Buffer.compare(a.key, b.key));
  return entries.length > count ? entries.slice(0, count) : entries;
}
