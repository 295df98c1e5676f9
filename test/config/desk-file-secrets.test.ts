import { describe, expect, it } from '@jest/globals';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const desk = (rest: string) => parseDeskFile(`teams: [{ id: it, agents: [ben@example.com] }]\n${rest}`);

describe('masking and secrets of desk.yaml', () => {
  it('may be missing', () => {
    expect(desk('')).toMatchObject({
      config: {
        masking: { emails: true, phones: true, ipAddresses: false },
        secrets: { expiresAfterMs: 24 * 3600_000 },
      },
    });
  });

  it('are taken', () => {
    expect(desk('masking: { emails: false, ipAddresses: true }\nsecrets: { expiresAfter: 2h }')).toMatchObject({
      config: {
        masking: { emails: false, phones: true, ipAddresses: true },
        secrets: { expiresAfterMs: 2 * 3600_000 },
      },
    });
  });

  it('are refused with the line and what to write instead', () => {
    expect(desk('masking: { emails: maybe }\nsecrets: { expiresAfter: 31d }')).toEqual({
      faults: [
        expect.objectContaining({ where: 'desk.yaml:2 (masking.emails)', advice: 'Write true or false.' }),
        expect.objectContaining({
          where: 'desk.yaml:3 (secrets.expiresAfter)',
          advice: 'Write a shorter time, such as 24h.',
        }),
      ],
    });
    expect(desk('secrets: { expireAfter: 1h }')).toEqual({
      faults: [expect.objectContaining({ advice: expect.stringContaining('expiresAfter') })],
    });
  });
});
