import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkIcons } from '../../scripts/teams-package/check-icons.ts';
import { readPng } from '../../scripts/teams-package/read-png.ts';

const folder = new URL('../../adapters/teams/', import.meta.url);
const color = readFileSync(new URL('color.png', folder));
const outline = readFileSync(new URL('outline.png', folder));

const white = [255, 255, 255, 255];
const nothing = [0, 0, 0, 0];
const checked = (side: number, odd: readonly number[], even: readonly number[]) =>
  aPng(side, side, (x, y) => ((x + y) % 2 ? odd : even));

describe('the icons of the repository', () => {
  it('are as Teams wants them', () => {
    expect(checkIcons({ color, outline })).toEqual([]);
  });
});

describe('an icon', () => {
  it('is white on nothing, and 32 pixels square', () => {
    expect(checkIcons({ color, outline: checked(32, white, nothing) })).toEqual([]);
  });

  it.each<[string, Uint8Array, string]>([
    ['too small', checked(31, white, nothing), 'It is 31 × 31 pixels, not 32 × 32.'],
    ['without a transparent background', checked(32, white, white), 'Its background is not transparent.'],
    ['in another colour', checked(32, [255, 0, 0, 255], nothing), 'It has other colours than white.'],
    ['half grey', checked(32, [200, 200, 200, 128], nothing), 'It has other colours than white.'],
    ['with nothing on it', checked(32, nothing, nothing), 'There is nothing on it.'],
    ['another kind of file', Buffer.from('GIF89a'), 'It is no PNG.'],
    ['cut off', outline.subarray(0, outline.length - 20), 'It is cut off.'],
    [
      'a picture without alpha',
      aPng(32, 32, () => white, 2),
      'It is not 8-bit RGBA without interlacing. Export it so.',
    ],
  ])('is told of when it is %s', (_, picture, problem) => {
    expect(checkIcons({ color, outline: picture }).map((fault) => fault.problem)).toEqual([problem]);
  });

  it('is told of beside the other one', () => {
    const small = checked(16, white, nothing);

    expect(checkIcons({ color: small, outline: small }).map(({ where }) => where)).toEqual([
      'icons.color',
      'icons.outline',
    ]);
  });
});

describe('reading a PNG', () => {
  it('gives back the pixels, however its lines are filtered', () => {
    const filter = fc.integer({ min: 0, max: 4 });
    const pixels = fc.uint8Array({ minLength: 5 * 4 * 4, maxLength: 5 * 4 * 4 });
    fc.assert(
      fc.property(pixels, fc.array(filter, { minLength: 4, maxLength: 4 }), (wanted, filters) => {
        const picture = aPng(5, 4, (x, y) => [...wanted.subarray((y * 5 + x) * 4, (y * 5 + x) * 4 + 4)], 6, filters);

        expect([...readPng(picture).pixels]).toEqual([...wanted]);
      }),
    );
  });

  it('says so when a file is anything else, and never breaks', () => {
    fc.assert(
      fc.property(fc.nat(outline.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const broken = Uint8Array.from(outline, (byte, index) => (index === at ? (byte + by) % 256 : byte));

        expect(Array.isArray(checkIcons({ color, outline: broken }))).toBe(true);
      }),
    );
  });
});

/** A picture of our own making, its lines filtered as they are told to be. */
function aPng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
  kind = 6,
  filters: readonly number[] = [],
): Uint8Array {
  const channels = kind === 6 ? 4 : 3;
  const raw = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => pixel(x, y).slice(0, channels)).flat(),
  );
  const lines = raw.map((line, y) => {
    const filter = filters[y] ?? 0;
    return [filter, ...line.map((byte, x) => (byte - guess(filter, raw, x, y, channels) + 256) % 256)];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, kind, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function guess(filter: number, raw: readonly (readonly number[])[], x: number, y: number, step: number): number {
  const left = raw[y]?.[x - step] ?? 0;
  const above = raw[y - 1]?.[x] ?? 0;
  const corner = raw[y - 1]?.[x - step] ?? 0;
  if (filter < 3) return [0, left, above][filter] ?? 0;
  if (filter === 3) return Math.floor((left + above) / 2);
  const near = [left, above, corner].map((each) => Math.abs(left + above - corner - each));
  return [left, above, corner][near.indexOf(Math.min(...near))] ?? 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
