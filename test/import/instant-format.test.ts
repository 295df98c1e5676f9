import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantFormat } from '../../src/import/instant-format.ts';

const read = (written: string, text: string, zone = 'Europe/Berlin') =>
  instantFormat(written)?.read(text, zone)?.toISOString();

describe('instants of another desk', () => {
  it.each([
    ['iso', '2026-03-02 09:00:00', '2026-03-02T08:00:00.000Z'],
    ['iso', '2026-03-02T09:00', '2026-03-02T08:00:00.000Z'],
    ['iso', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['iso', '2026-03-02 09:00:00.548999999 +02:00', '2026-03-02T07:00:00.548Z'],
    ['iso', '2026-07-01 00:30:00', '2026-06-30T22:30:00.000Z'],
    ['iso', '2026-03-29 02:30:00', '2026-03-29T01:00:00.000Z'], // the clocks skip it
    ['iso', '2026-10-25 02:30:00', '2026-10-25T00:30:00.000Z'], // the first of two
    ['DD.MM.YYYY HH:mm', '02.03.2026 09:05', '2026-03-02T08:05:00.000Z'],
    ['M/D/YYYY h:mm A', '3/2/2026 12:05 AM', '2026-03-01T23:05:00.000Z'],
    ['M/D/YYYY h:mm A', '3/12/2026 12:05 pm', '2026-03-12T11:05:00.000Z'],
    ['DD/MMM/YY h:mm A', '02/Mar/26 3:04 PM', '2026-03-02T14:04:00.000Z'],
    ['YYYY-MM-DD', '2026-03-02', '2026-03-01T23:00:00.000Z'],
    ['DD.MM.YYYY HH:mm:ss Z', '02.03.2026 09:05:07 -0500', '2026-03-02T14:05:07.000Z'],
    ['unix', '1772438400', '2026-03-02T08:00:00.000Z'],
    ['unix-ms', '1772438400001', '2026-03-02T08:00:00.001Z'],
  ])('are read as %s: %s', (written, text, instant) => {
    expect(read(written, text)).toBe(instant);
  });

  it.each([
    ['iso', '2026-02-30 09:00:00'],
    ['iso', '2026-03-02 24:00:00'],
    ['iso', '2026-03-02'],
    ['iso', '02.03.2026 09:00'],
    ['DD.MM.YYYY HH:mm', '02.13.2026 09:05'],
    ['DD.MM.YYYY HH:mm', '2.3.2026 09:05'],
    ['M/D/YYYY h:mm A', '3/2/2026 13:05 PM'],
    ['M/D/YYYY h:mm A', '3/2/2026 0:05 AM'],
    ['DD/MMM/YYYY', '02/Mrz/2026'],
    ['YYYY-MM-DD', '1800-01-01'],
    ['unix', 'yesterday'],
  ])('are none as %s: %s', (written, text) => {
    expect(read(written, text)).toBeUndefined();
  });

  it.each(['HH:mm', 'YYYY-MM', 'DD.MM.YYYY DD', 'tomorrow'])('have no format %s', (written) => {
    expect(instantFormat(written)).toBeUndefined();
  });

  it('come back as they were written, to the millisecond', () => {
    const format = instantFormat('YYYY-MM-DD HH:mm:ss.SSS');
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const text = at.toISOString().replace('T', ' ').replace('Z', '');
        expect(format?.read(text, 'UTC')).toEqual(at);
      }),
    );
  });
});
