import { serialize } from 'bson';
import { CommandError } from '../errors.ts';
import { type Document, isDocument } from './document.ts';

/** The largest document that may be stored, bytes. Source: https://www.mongodb.com/docs/manual/reference/limits/ */
export const maxDocumentBytes = 16 * 1024 * 1024;

/** A document that is already BSON and goes into an answer as it is. */
export class RawDocument {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** An array of documents that are already BSON and go into an answer as they are. */
export class RawArray {
  readonly documents: readonly Buffer[];

  constructor(documents: readonly Buffer[]) {
    this.documents = documents;
  }
}

/**
 * Encodes a document for storing it.
 * @throws CommandError 10334 when it is larger than MongoDB allows
 */
export function encodeBson(document: Document): Buffer {
  return requireStorable(toBuffer(serialize(document, { ignoreUndefined: true })));
}

/**
 * Lets the bytes of a document pass.
 * @throws CommandError 10334 when they are more than MongoDB allows
 */
export function requireStorable(bytes: Buffer): Buffer {
  if (bytes.length > maxDocumentBytes) {
    throw new CommandError(
      10334,
      `BSONObj size: ${bytes.length} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. ` +
        `Size must be between 0 and ${maxDocumentBytes}(16MB)`,
    );
  }
  return bytes;
}

/** Encodes an answer whose fields may hold raw documents at the top or one level below. */
export function encodeAnswer(answer: Document): Buffer {
  const parts: Buffer[] = [];
  for (const [field, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    if (value instanceof RawDocument) parts.push(elementHead(0x03, field), value.bytes);
    else if (value instanceof RawArray) parts.push(elementHead(0x04, field), encodeRawArray(value));
    else if (isDocument(value) && hasRaw(value)) parts.push(elementHead(0x03, field), encodeAnswer(value));
    else parts.push(encodeElement(field, value));
  }
  return wrapDocument(parts);
}

function hasRaw(document: Document): boolean {
  return Object.values(document).some((value) => value instanceof RawArray || value instanceof RawDocument);
}

function encodeRawArray(array: RawArray): Buffer {
  const parts: Buffer[] = [];
  array.documents.forEach((bytes, index) => {
    parts.push(elementHead(0x03, String(index)), bytes);
  });
  return wrapDocument(parts);
}

function encodeElement(field: string, value: unknown): Buffer {
  const bytes = toBuffer(serialize({ [field]: value }, { ignoreUndefined: true }));
  return bytes.subarray(4, bytes.length - 1);
}

function elementHead(type: number, field: string): Buffer {
  const head = Buffer.allocUnsafe(2 + Buffer.byteLength(field));
  head[0] = type;
  head.write(field, 1);
  head[head.length - 1] = 0;
  return head;
}

/** A document of whole elements. */
export function wrapDocument(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const document = Buffer.allocUnsafe(length);
  document.writeInt32LE(length, 0);
  let at = 4;
  for (const part of parts) at += part.copy(document, at);
  document[at] = 0;
  return document;
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
