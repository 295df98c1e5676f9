import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultKind } from '../../../playground/teams/faults.ts';
import { askForToken, aTenantWithPlainBot, type World } from './a-plain-bot.ts';

let world: World;
let now = 0;
const clock = { now: () => new Date(now) };
beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00Z');
  world = await aTenantWithPlainBot();
});
afterEach(() => world.close());

const send = (one: World, conversation = one.teams.chatOf('dana')) =>
  one.call('POST', `conversations/${conversation}/activities`, { type: 'message', text: 'hi' });
const posted = () => world.teams.messages(world.teams.chatOf('dana')).length;

describe('a fault', () => {
  it.each([
    ['412', 'PreconditionFailed'],
    ['429', 'Throttled'],
    ['500', 'ServiceError'],
    ['502', 'ServiceError'],
    ['504', 'GatewayTimeout'],
  ] satisfies [FaultKind, string][])('of %s does nothing and says %s', async (kind, code) => {
    world.teams.faults.set({ operation: 'sendToConversation', kind, next: 1, retryAfterSeconds: 3 });
    const { status, body, headers } = await send(world);
    expect([status, body]).toMatchObject([Number(kind), { error: { code } }]);
    expect(headers.get('retry-after')).toBe(kind === '429' ? '3' : null);
    expect(posted()).toBe(0);
    expect((await send(world)).status).toBe(201);
  });

  it('of 429 can leave open how long to wait', async () => {
    world.teams.faults.set({ operation: 'sendToConversation', kind: '429', next: 1, retryAfterSeconds: 'none' });
    const { status, headers } = await send(world);
    expect([status, headers.get('retry-after')]).toEqual([429, null]);
  });

  it('can cut the connection before the call has had an effect, or after', async () => {
    world.teams.faults.set({ kind: 'reset-before', next: 1 });
    await expect(send(world)).rejects.toThrow('fetch failed');
    expect(posted()).toBe(0);
    world.teams.faults.set({ kind: 'reset-after', next: 1 });
    await expect(send(world)).rejects.toThrow('fetch failed');
    expect(posted()).toBe(1);
    expect(world.teams.calls.slice(-2).map(({ status }) => status)).toEqual(['reset', 'reset']);
  });

  it('can be slow, and can hit the login service', async () => {
    world.teams.faults.set({ kind: 'slow', ms: 30, next: 1 });
    await send(world);
    expect(world.teams.calls.at(-1)?.ms).toBeGreaterThanOrEqual(29);
    world.teams.faults.set({ operation: /^token$/, kind: '500' });
    expect((await askForToken(world.teams.environment)).status).toBe(500);
  });

  it('lasts until it is taken away', async () => {
    const stop = world.teams.faults.set({ kind: '502' });
    expect([(await send(world)).status, (await send(world)).status]).toEqual([502, 502]);
    stop();
    expect((await send(world)).status).toBe(201);
    world.teams.faults.set({ kind: '502' });
    world.teams.faults.clear();
    expect((await send(world)).status).toBe(201);
  });

  it('at a rate hits about that share of calls, and the same ones for the same seed', async () => {
    const outcomes = async (faultSeed: number) => {
      const own = await aTenantWithPlainBot({ faultSeed });
      own.teams.faults.set({ rate: 0.3, kind: '502' });
      for (let at = 0; at < 60; at += 1) await send(own);
      await own.close();
      return own.teams.calls.filter(({ operation }) => operation !== 'token').map(({ status }) => status);
    };
    const [first, again, other] = [await outcomes(7), await outcomes(7), await outcomes(8)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    const hits = first.filter((status) => status === 502).length;
    expect(hits).toBeGreaterThan(7);
    expect(hits).toBeLessThan(30);
  });
});

describe('the limits of Teams', () => {
  it.each([
    [7, 1000],
    [8, 2000],
    [60, 30_000],
  ])('let a bot send %i messages in %i ms to one conversation', async (most, ms) => {
    const own = await aTenantWithPlainBot({ pace: 'teams', clock });
    const stepMs = Math.floor(ms / (most + 1));
    const statuses: number[] = [];
    for (let at = 0; at <= most; at += 1) {
      statuses.push((await send(own)).status);
      now += stepMs;
    }
    now += ms;
    statuses.push((await send(own)).status);
    await own.close();
    expect(statuses).toEqual([...Array(most).fill(201), 429, 201]);
  });

  it('say how long to wait, and count conversations apart', async () => {
    const own = await aTenantWithPlainBot({ pace: 'teams', clock });
    for (let at = 0; at < 7; at += 1) await send(own);
    const refused = await send(own);
    const elsewhere = await send(own, own.teams.chatOf('eve'));
    await own.close();
    expect([refused.status, refused.headers.get('retry-after'), elsewhere.status]).toEqual([429, '1', 201]);
    expect(refused.body).toMatchObject({ error: { code: 'Throttled' } });
  });

  it('let an app do fifty things a second in a tenant', async () => {
    const own = await aTenantWithPlainBot({ pace: 'teams', clock });
    const everyone = own.teams.people.map((person) => own.teams.chatOf(person));
    const statuses: number[] = [];
    for (const chat of everyone) for (let at = 0; at < 7; at += 1) statuses.push((await send(own, chat)).status);
    await own.close();
    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    expect(statuses.slice(50)).toEqual(Array(statuses.length - 50).fill(429));
  });

  it('can be made shorter for tests, and are off unless asked for', async () => {
    const own = await aTenantWithPlainBot({ pace: 0.01, clock });
    for (let at = 0; at < 7; at += 1) await send(own);
    expect((await send(own)).status).toBe(429);
    now += 20;
    expect((await send(own)).status).toBe(201);
    await own.close();
    for (let at = 0; at < 20; at += 1) await send(world);
    expect(posted()).toBe(20);
  });
});

describe('the record of calls', () => {
  it('holds what was asked and answered, and for which activity', async () => {
    const { teams } = world;
    await send(world);
    const { access_token: token } = (await askForToken(teams.environment)).body;
    const headers = { authorization: `Bearer ${String(token)}`, 'x-deskhand-event': 'a1' };
    await fetch(`${teams.serviceUrl}v3/teams/${teams.team('HR').id}`, { headers });
    expect(teams.calls).toMatchObject([
      { operation: 'token', status: 200 },
      { operation: 'sendToConversation', body: { text: 'hi' }, status: 201 },
      { operation: 'token', body: {} },
      { operation: 'fetchTeamDetails', status: 200, event: 'a1', answer: { name: 'HR' } },
    ]);
  });
});
