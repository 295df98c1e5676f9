import type { DigestConfig } from '../../src/config/desk-config.ts';

/** The managers' at half past eight in Berlin on working days, unless told otherwise. */
export function aDigest(facts: Partial<DigestConfig> = {}): DigestConfig {
  return {
    id: 'morning',
    to: 'managers',
    at: '08:30',
    timeZone: 'Europe/Berlin',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    every: 'day',
    lateAtMostMs: 3 * 3_600_000,
    ...facts,
  };
}
