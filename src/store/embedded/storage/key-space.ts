import type { KeyRange } from './lmdb-store.ts';

/**
 * How the store's one ordered space of keys is divided:
 * `1 namespace` → description of a collection; `2 collection record` → document; `3 index key record` → nothing;
 * `0 name` → the engine's own notes. Numbers of collections and indexes take 4 bytes, of records 6.
 */
const area = { notes: 0, catalog: 1, records: 2, entries: 3 } as const;

/** Key of one of the engine's own notes. */
export function noteKey(name: string): Buffer {
  return Buffer.concat([Buffer.from([area.notes]), Buffer.from(name)]);
}

/** Key of a collection's description. */
export function catalogKey(namespace: string): Buffer {
  return Buffer.concat([Buffer.from([area.catalog]), Buffer.from(namespace)]);
}

/** All descriptions of collections. */
export const catalogRange: KeyRange = { from: Buffer.from([area.catalog]), to: Buffer.from([area.records]) };

/** The namespace that a description's key holds. */
export function namespaceOfKey(key: Buffer): string {
  return Buffer.from(key).toString('utf8', 1);
}

/** Key of a document. */
export function recordKey(collectionId: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(11);
  writeHead(key, area.records, collectionId);
  key.writeUIntBE(record, 5, 6);
  return key;
}

/** All documents of a collection. */
export function recordRange(collectionId: number): KeyRange {
  return { from: head(area.records, collectionId), to: head(area.records, collectionId + 1) };
}

/** The number of the record that a document's or an index entry's key ends with. */
export function recordOfKey(key: Uint8Array): number {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).readUIntBE(key.length - 6, 6);
}

/** Key of the entry by which an index finds a record. */
export function entryKey(indexId: number, key: Buffer, record: number): Buffer {
  const whole = Buffer.allocUnsafe(11 + key.length);
  writeHead(whole, area.entries, indexId);
  key.copy(whole, 5);
  whole.writeUIntBE(record, 5 + key.length, 6);
  return whole;
}

/** All entries of an index. */
export function entryRange(indexId: number): KeyRange {
  return { from: head(area.entries, indexId), to: head(area.entries, indexId + 1) };
}

/** The entries of an index whose keys lie from `from` to before `to`; `to` empty means up to the index's end. */
export function entryRangeBetween(indexId: number, from: Buffer, to: Buffer): KeyRange {
  const start = head(area.entries, indexId);
  return {
    from: Buffer.concat([start, from]),
    to: to.length === 0 ? head(area.entries, indexId + 1) : Buffer.concat([start, to]),
  };
}

/** The first key after all that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let at = next.length - 1; at >= 0; at -= 1) {
    const byte = next[at] ?? 0;
    if (byte < 0xff) {
      next[at] = byte + 1;
      return next.subarray(0, at + 1);
    }
  }
  return Buffer.alloc(0);
}

function head(kind: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(5);
  writeHead(key, kind, id);
  return key;
}

function writeHead(key: Buffer, kind: number, id: number): void {
  key[0] = kind;
  key.writeUInt32BE(id, 1);
}
