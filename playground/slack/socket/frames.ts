/** What a WebSocket frame is for (RFC 6455, section 5.2). */
export const opcodes = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const;

/** One frame that came over a WebSocket. */
export interface Frame {
  readonly isFinal: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
}

/** Writes a frame as a server does: final and unmasked. */
export function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload]);
  const isShort = length < 65_536;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = isShort ? 126 : 127;
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/**
 * Reads the first frame of what has come so far.
 * @returns the frame and what is left behind it; undefined while it is not complete
 */
export function readFrame(data: Buffer): { frame: Frame; rest: Buffer } | undefined {
  const [first, second] = data;
  if (first === undefined || second === undefined) return undefined;
  const sizeBytes = { 126: 2, 127: 8 }[second & 0x7f] ?? 0;
  const maskAt = 2 + sizeBytes;
  const isMasked = (second & 0x80) !== 0;
  const begin = maskAt + (isMasked ? 4 : 0);
  if (data.length < begin) return undefined;
  const length = lengthIn(data, second & 0x7f);
  if (data.length < begin + length) return undefined;
  const raw = data.subarray(begin, begin + length);
  const payload = isMasked ? unmasked(raw, data.subarray(maskAt, begin)) : Buffer.from(raw);
  const frame = { isFinal: (first & 0x80) !== 0, opcode: first & 0x0f, payload };
  return { frame, rest: data.subarray(begin + length) };
}

function lengthIn(data: Buffer, short: number): number {
  if (short === 126) return data.readUInt16BE(2);
  return short === 127 ? Number(data.readBigUInt64BE(2)) : short;
}

function unmasked(data: Buffer, mask: Buffer): Buffer {
  return Buffer.from(data.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
}
