import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { timekeepingFor } from '../../src/estimates/timekeeping.ts';
import { hour } from './a-past.ts';

const text = `
teams: [{ id: it, agents: [ben@example.com] }]
calendars:
  - { id: always, open: 24x7 }
  - { id: office, timeZone: Europe/Berlin, open: { mon-thu: ["09:00-12:30", "13:00-18:00"], fri: ["09:00-15:00"] } }
  - { id: all-week, timeZone: Europe/Berlin, open: { mon-sun: ["00:00-24:00"] } }
serviceLevels:
  - { id: p1, when: { priority: P1 }, calendar: always, resolve: 4h }
  - { id: p2, when: { priority: P2 }, calendar: all-week, resolve: 4h }
  - { id: office, when: { kind: incident }, calendar: office, respond: 4h }
`;

function config(): DeskConfig {
  const result = parseDeskFile(text);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.config;
}

const facts = { kind: 'incident', priority: 'P3', team: 'it', requester: 'dana', groups: [] };
const friday = new Date('2026-03-06T13:00:00Z');
const monday = new Date('2026-03-09T09:00:00Z');

describe('the time by which an estimate is told', () => {
  it("is that of the requester's service level, whose day is that of an average working day", () => {
    const { id, calendar, workdayMs } = timekeepingFor(config(), facts);

    expect(id).toBe('office');
    expect(calendar.workingTimeBetween(friday, monday)).toBe(2 * hour);
    expect(workdayMs).toBe(((4 * 8.5 + 6) / 5) * hour);
  });

  it('is the same calendar for the same desk.yaml', () => {
    const desk = config();

    expect(timekeepingFor(desk, facts).calendar).toBe(timekeepingFor(desk, { ...facts, team: 'hr' }).calendar);
  });

  it.each([
    ['a calendar that never closes', { ...facts, priority: 'P1' }],
    ['one that is written out', { ...facts, priority: 'P2' }],
    ['no service level', { ...facts, kind: 'request' }],
  ])('runs around the clock with %s', (_, of) => {
    const { calendar, workdayMs } = timekeepingFor(config(), of);

    expect(workdayMs).toBeUndefined();
    expect(calendar.workingTimeBetween(friday, monday)).toBe(68 * hour);
  });
});
