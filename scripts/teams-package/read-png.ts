import { inflateSync } from 'node:zlib';

/** A picture, opened: four bytes a pixel, red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * Reads a PNG of 8 bits a channel with alpha, not interlaced: what image editors write for icons.
 * Source: https://www.w3.org/TR/png-3/
 * @throws RangeError when it is another kind of file or picture, in words for whoever made it
 */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new RangeError('It is no PNG.');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.length !== 13 || !chunks.some(({ type }) => type === 'IEND')) throw new RangeError('It is cut off.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 6 || header[12] !== 0)
    throw new RangeError('It is not 8-bit RGBA without interlacing. Export it so.');
  if (width > mostSide || height > mostSide) return { width, height, pixels: new Uint8Array() };
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  return { width, height, pixels: unfiltered(unpacked(packed), width, height) };
}

/** No icon is larger, and the pixels of what is are nobody's business. */
const mostSide = 1024;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) throw new RangeError('It is cut off.');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function unpacked(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: mostSide * (mostSide * 4 + 1) });
  } catch {
    throw new RangeError('Its picture cannot be unpacked.');
  }
}

/** Each line begins with how it was filtered: by what stands left, above, and left above. */
function unfiltered(lines: Buffer, width: number, height: number): Uint8Array {
  const stride = width * 4;
  if (lines.length !== height * (stride + 1)) throw new RangeError('Its picture is not as large as it says.');
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 4 ? 0 : (pixels[at - 4] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (pixels[at - stride - 4] ?? 0);
      pixels[at] = (lines[y * (stride + 1) + 1 + x] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 4) return nearest(left, above, corner);
  throw new RangeError('Its picture is filtered in an unknown way.');
}

function nearest(left: number, above: number, corner: number): number {
  const sum = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
