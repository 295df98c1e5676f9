import { CommandError, failedToParse } from '../errors.ts';
import { decodeBson, decodeValue, walkElements } from '../values/decode-bson.ts';
import { type Document, setField } from '../values/document.ts';
import { RawArray } from '../values/encode-bson.ts';

/** A command as a client sent it. */
export interface WireCommand {
  readonly requestId: number;
  /** The command document; `documents` of an insert stay raw, in a `RawArray`. */
  readonly body: Document;
  /** Which kind of answer the client understands. */
  readonly form: 'message' | 'legacy';
  /** The client wants no answer (OP_MSG's moreToCome). */
  readonly isSilent: boolean;
}

/** The largest message that is taken, bytes. */
export const maxMessageBytes = 48_000_000;
const headerBytes = 16;
const opcodes = { reply: 1, query: 2004, compressed: 2012, message: 2013 } as const;
const flags = { checksumPresent: 1, moreToCome: 2 } as const;
const knownRequiredFlags = flags.checksumPresent | flags.moreToCome;

/**
 * The length of the message that begins at the start of the bytes, or undefined while its header is not complete.
 * @throws CommandError 9 when no message can be that long
 */
export function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < headerBytes || length > maxMessageBytes) throw failedToParse(`message of ${length} bytes refused`);
  return length;
}

/**
 * Reads one whole message.
 * Source: https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 * @throws CommandError when it is none that this engine takes; `requestIdOf` tells what it answers
 */
export function readMessage(message: Buffer): WireCommand {
  const opcode = message.readInt32LE(12);
  if (opcode === opcodes.message) return readOpMsg(message);
  if (opcode === opcodes.query) return readOpQuery(message);
  if (opcode === opcodes.compressed) throw new CommandError(115, 'compression was not negotiated');
  throw new CommandError(352, `Unsupported OP code ${opcode}. The client driver may require an upgrade`);
}

/** The number by which a client recognises the answer to a message. */
export function requestIdOf(message: Buffer): number {
  return message.readInt32LE(4);
}

/** Wraps an encoded answer for the wire. */
export function writeMessage(answer: Buffer, responseTo: number, form: WireCommand['form']): Buffer {
  const head = form === 'message' ? opMsgHead() : opReplyHead();
  const message = Buffer.allocUnsafe(headerBytes + head.length + answer.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(nextRequestId(), 4);
  message.writeInt32LE(responseTo, 8);
  message.writeInt32LE(form === 'message' ? opcodes.message : opcodes.reply, 12);
  head.copy(message, headerBytes);
  answer.copy(message, headerBytes + head.length);
  return message;
}

let lastRequestId = 0;

function nextRequestId(): number {
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  return lastRequestId;
}

function opMsgHead(): Buffer {
  return Buffer.alloc(5);
}

function opReplyHead(): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0); // AwaitCapable
  head.writeInt32LE(1, 16); // one document
  return head;
}

function readOpMsg(message: Buffer): WireCommand {
  const flagBits = message.readUInt32LE(headerBytes);
  if ((flagBits & 0xffff & ~knownRequiredFlags) !== 0) throw failedToParse('unknown required flags in OP_MSG');
  const end = (flagBits & flags.checksumPresent) === 0 ? message.length : message.length - 4;
  const sections = message.subarray(0, end);
  const sequences: [string, Buffer[]][] = [];
  let body: Document | undefined;
  for (let at = headerBytes + 4; at < end; ) {
    const kind = message[at];
    const length = sections.readInt32LE(at + 1);
    if (length < 5 || at + 1 + length > end) throw failedToParse('wrong section length in OP_MSG');
    if (kind === 0) body = decodeBody(sections, at + 1);
    else if (kind === 1) sequences.push(readSequence(sections.subarray(at + 5, at + 1 + length)));
    else throw failedToParse(`unknown section kind ${kind} in OP_MSG`);
    at += 1 + length;
  }
  if (!body) throw failedToParse('OP_MSG without a command');
  for (const [field, documents] of sequences) body[field] = rawOrDecoded(field, documents);
  return { requestId: requestIdOf(message), body, form: 'message', isSilent: (flagBits & flags.moreToCome) !== 0 };
}

function readSequence(section: Buffer): [string, Buffer[]] {
  const nameEnd = section.indexOf(0);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at);
    if (length < 5 || at + length > section.length) throw failedToParse('wrong document length in OP_MSG');
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  return [section.toString('utf8', 0, nameEnd), documents];
}

/** Documents to insert are stored as they came; decoding them here would be for nothing. */
function rawOrDecoded(field: string, documents: readonly Buffer[]): RawArray | Document[] {
  return field === 'documents' ? new RawArray(documents) : documents.map((bytes) => decodeBson(bytes));
}

function decodeBody(bytes: Buffer, offset: number): Document {
  const body: Document = {};
  walkElements(bytes, offset, (field, type, at) => {
    if (field === 'documents' && type === 0x04) body[field] = new RawArray(rawItems(bytes, at));
    else setField(body, field, decodeValue(bytes, type, at));
  });
  return body;
}

function rawItems(bytes: Buffer, offset: number): Buffer[] {
  const items: Buffer[] = [];
  walkElements(bytes, offset, (_index, type, at) => {
    if (type !== 0x03) throw new CommandError(14, "BSON field 'insert.documents' has elements that are no objects");
    items.push(bytes.subarray(at, at + bytes.readInt32LE(at)));
  });
  return items;
}

/** Only the handshake of older clients comes as OP_QUERY, to the pseudo collection `$cmd`. */
function readOpQuery(message: Buffer): WireCommand {
  const nameEnd = message.indexOf(0, headerBytes + 4);
  const namespace = message.toString('utf8', headerBytes + 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new CommandError(352, 'Unsupported OP_QUERY: only commands are taken');
  const query = decodeBody(message, nameEnd + 9);
  const body = (query.$query as Document | undefined) ?? query;
  body.$db = namespace.slice(0, -'.$cmd'.length);
  const [name = ''] = Object.keys(body);
  if (!/^(hello|ismaster)$/i.test(name)) {
    throw new CommandError(352, `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade`);
  }
  return { requestId: requestIdOf(message), body, form: 'legacy', isSilent: false };
}
