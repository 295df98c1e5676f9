import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { threadWindows } from '../../adapters/teams/options.ts';
import type { Call } from '../../playground/teams/model.ts';
import { aTeamsDesk, type TeamsDesk } from './kit/a-teams-desk.ts';
import { counted, postsOn, ticketsOf } from './kit/cards-on-teams.ts';

const count = 60;
const words = Array.from({ length: count }, (_, at) => `The VPN is slow, case ${at}.`);

/** learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: a bot in one thread, and an app in a tenant. */
const inOneThread = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
];
const inTheTenant = [{ most: 50, ms: 1000 }];

let stage: TeamsDesk;

beforeEach(async () => {
  stage = await aTeamsDesk({ teams: { pace: 'teams' }, moreAskers: 10, adapter: { windows: threadWindows } });
}, 60_000);
afterEach(() => stage.close(), 60_000);

describe('sixty tickets that are raised at once in one channel of Teams', () => {
  it('have all their cards as soon as the limits of Teams allow, and Teams never has to refuse one', async () => {
    const { teams } = stage;
    await Promise.all(words.map((each, at) => teams.says(`asker${(at % 10) + 1}`, '#help-it', each)));
    await teams.until(() => counted(teams).tickets === count && counted(teams).missing.length === 0, {
      timeoutMs: 90_000,
    });
    await stage.settled();

    expect(counted(teams)).toEqual({ tickets: count, missing: [], doubled: [] });
    expect(ticketsOf(teams, words)).toEqual(words.map((each) => [each, 1]));
    expect(postsOn(teams)).toHaveLength(2 * count);
    expect(teams.calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(tooFast(teams.calls)).toEqual([]);
    const beginnings = sent(teams.calls).filter(({ path }) => pathOf(path) === teams.place('#it-triage').id);
    expect(beginnings).toHaveLength(count);
  }, 180_000);
});

function sent(calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ operation }) => /^(?:sendToConversation|updateActivity|createConversation)$/.test(operation));
}

/** The conversation, with its thread, that a call is about. */
function pathOf(path: string): string {
  return /conversations\/([^/]+)/.exec(path)?.[1] ?? '';
}

/** Which windows held more than they may, counted from what was sent. */
function tooFast(calls: readonly Call[]): readonly string[] {
  const threads = [...new Set(sent(calls).map(({ path }) => pathOf(path)))];
  const perThread = threads.flatMap((thread) => {
    const some = sent(calls).filter(({ path }) => pathOf(path) === thread);
    return inOneThread.flatMap((one) => full(thread, some, one));
  });
  return [...perThread, ...inTheTenant.flatMap((one) => full('the tenant', calls.filter(isCounted), one))];
}

function full(where: string, calls: readonly Call[], { most, ms }: { most: number; ms: number }): readonly string[] {
  const at = calls.map((call) => call.at.getTime()).sort((one, other) => one - other);
  const tooMany = at.filter((instant, index) => instant - (at[index - most] ?? Number.NEGATIVE_INFINITY) < ms);
  return tooMany.length > 0 ? [`${where}: more than ${most} within ${ms} ms`] : [];
}

/** Signing in is another service. */
function isCounted({ path }: Call): boolean {
  return path.includes('/v3/');
}
