import type { Document } from '../values/document.ts';

/** One field of an index: its path and whether it ascends. */
export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly ascending: boolean;
}

/** An index as the engine works with it. */
export interface IndexSpec {
  readonly id: number;
  readonly name: string;
  /** The key pattern as it was given, for listIndexes and error texts. */
  readonly pattern: Document;
  readonly fields: readonly IndexField[];
  readonly isUnique: boolean;
  readonly isSparse: boolean;
  readonly partialFilter: Document | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** Whether some document has an array on an indexed path, so that it has several entries. */
  readonly isMultikey: boolean;
  /** Whether some entry was too long and is cut, so that the order within the index is not exact. */
  readonly isCut: boolean;
  readonly isHidden: boolean;
  /** Whether every document is filed; until then the index is kept up to date and not used. */
  readonly isReady: boolean;
}

/** The fields of an index from its key pattern. */
export function fieldsOfPattern(pattern: Document): IndexField[] {
  return Object.entries(pattern).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    ascending: Number(direction) > 0,
  }));
}

/** An index as `listIndexes` describes it. */
export function describeIndex(index: IndexSpec): Document {
  return {
    v: 2,
    key: index.pattern,
    name: index.name,
    ...(index.isUnique && index.name !== '_id_' ? { unique: true } : {}),
    ...(index.isSparse ? { sparse: true } : {}),
    ...(index.isHidden ? { hidden: true } : {}),
    ...(index.partialFilter ? { partialFilterExpression: index.partialFilter } : {}),
    ...(index.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
  };
}
