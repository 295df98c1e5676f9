import { describe, expect, it } from '@jest/globals';
import { counterpartsIn, levelFor, type ServiceLevel, type TicketFacts } from '../../src/sla/policy.ts';

const facts: TicketFacts = {
  kind: 'incident',
  priority: 'P2',
  service: 'vpn',
  team: 'it',
  requester: 'dana',
  groups: ['board', 'berlin'],
};

function level(id: string, when: ServiceLevel['when'], more: Partial<ServiceLevel> = {}): ServiceLevel {
  return { id, when, calendar: 'always', ...more };
}

describe('choosing a policy', () => {
  it.each<[ServiceLevel['when'], boolean]>([
    [{}, true],
    [{ kind: 'incident' }, true],
    [{ kind: 'request' }, false],
    [{ priority: 'P2', service: 'vpn', team: 'it', group: 'board' }, true],
    [{ priority: 'P2', service: 'mail' }, false],
    [{ team: 'hr' }, false],
    [{ group: 'berlin' }, true],
    [{ group: 'rome' }, false],
  ])('%j fits: %s', (when, expected) => {
    expect(levelFor([level('only', when)], facts) !== undefined).toBe(expected);
  });

  it('takes the first that fits', () => {
    const levels = [level('p1', { priority: 'P1' }), level('vpn', { service: 'vpn' }), level('all', {})];

    expect(levelFor(levels, facts)?.id).toBe('vpn');
    expect(levelFor(levels, { ...facts, service: 'mail' })?.id).toBe('all');
  });

  it('asks a ticket without a service for none', () => {
    const { service, ...without } = facts;

    expect(service).toBe('vpn');
    expect(levelFor([level('vpn', { service: 'vpn' })], without)).toBeUndefined();
  });

  it('keeps agreements with teams and vendors apart', () => {
    const levels = [
      level('acme', {}, { with: { vendor: 'acme' } }),
      level('net-hr', {}, { with: { team: 'net', towards: 'hr' } }),
      level('net', { priority: 'P1' }, { with: { team: 'net' } }),
      level('net-all', {}, { with: { team: 'net' } }),
      level('all', {}),
    ];

    expect(levelFor(levels, facts)?.id).toBe('all');
    expect(levelFor(levels, facts, { team: 'net' })?.id).toBe('net-all');
    expect(levelFor(levels, facts, { team: 'net', towards: 'hr' })?.id).toBe('net-hr');
    expect(levelFor(levels, facts, { vendor: 'acme' })?.id).toBe('acme');
    expect(levelFor(levels, facts, { vendor: 'net' })).toBeUndefined();
    expect(counterpartsIn(levels)).toEqual([{ vendor: 'acme' }, { team: 'net', towards: 'hr' }, { team: 'net' }]);
  });
});
