import { badValue } from '../errors.ts';
import { decodeValue, documentEnd, endOfName, valueLength } from './decode-bson.ts';
import { type Document, setField } from './document.ts';
import { textOfBytes } from './short-texts.ts';

/**
 * Where the top-level elements of a document in BSON lie: found once, however often some of them are decoded or replaced.
 * @throws CommandError 2 when the bytes are no BSON document
 */
export class Elements {
  readonly bytes: Buffer;
  readonly #names: string[] = [];
  /** Of each element: its beginning, and that of its value. It ends where the next one begins. */
  readonly #places: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const end = documentEnd(bytes, 0);
    for (let at = firstElement; at < end; ) {
      const nameEnd = endOfName(bytes, at + 1, end);
      this.#names.push(textOfBytes(bytes, at + 1, nameEnd));
      this.#places.push(at, nameEnd + 1);
      at = nameEnd + 1 + valueLength(bytes, bytes[at] ?? 0, nameEnd + 1);
      if (at > end) throw badValue('invalid BSON: an element is longer than its document');
    }
    this.#places.push(end);
  }

  /** Decodes these fields alone. @param without of them not these */
  decode(fields: ReadonlySet<string>, without?: ReadonlyMap<string, unknown>): Document {
    const document: Document = {};
    for (const [index, name] of this.#names.entries()) {
      if (!fields.has(name) || without?.has(name)) continue;
      const type = this.bytes[this.#places[2 * index] ?? 0] ?? 0;
      setField(document, name, decodeValue(this.bytes, type, this.#places[2 * index + 1] ?? 0));
    }
    return document;
  }

  isArray(field: string): boolean {
    const index = this.#names.indexOf(field);
    return index >= 0 && this.bytes[this.#places[2 * index] ?? 0] === arrayType;
  }

  /** The bytes from the beginning of each of these fields to its end, in their order. */
  *ranges(
    fields: ReadonlySet<string>,
  ): Generator<{ readonly name: string; readonly from: number; readonly to: number }> {
    for (const [index, name] of this.#names.entries()) {
      if (!fields.has(name)) continue;
      yield { name, from: this.#places[2 * index] ?? 0, to: this.#places[2 * index + 2] ?? 0 };
    }
  }
}

const arrayType = 0x04;

/** After the length. */
export const firstElement = 4;
