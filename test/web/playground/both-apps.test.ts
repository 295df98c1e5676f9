import { describe, expect, it } from '@jest/globals';
import type { Happening, Snapshot, WirePerson } from '../../../playground/page/wire.ts';
import { stepsFor } from '../../../web/playground/around/guide-steps.ts';
import { routeFor } from '../../../web/playground/state/route-for.ts';
import { routeTo } from '../../../web/playground/state/route-to.ts';
import { selvesIn } from '../../../web/playground/state/selves.ts';
import { withUpdate } from '../../../web/playground/state/workspace-state.ts';
import { emptyTenant } from './empty-tenant.ts';

function inSlack(id: string, name: string, role: string): WirePerson {
  const email = `${name.toLowerCase()}@example.com`;
  return { id, name, realName: name, email, role, isBot: false, isGone: false };
}

function inTeams(id: string, name: string) {
  return { id, objectId: `o-${id}`, realName: name, email: `${name.toLowerCase()}@example.com`, role: 'employee' };
}

const snapshot: Snapshot = {
  ...{ team: 'Example', bot: 'UDESK', messages: [], modals: {}, homes: {}, happenings: [] },
  people: [inSlack('UDANA', 'Dana', 'employee'), inSlack('UBEN', 'Ben', 'agent · IT')],
  channels: [
    { id: 'C1', type: 'channel', name: 'it-triage', topic: '', isArchived: false, members: ['UBEN'] },
    { id: 'D1', type: 'im', name: '', topic: '', isArchived: false, members: ['UDANA'] },
  ],
  directs: { D1: 'UDANA' },
  teams: {
    ...emptyTenant,
    people: [inTeams('29:1dana', 'Dana'), inTeams('29:1zoe', 'Zoe')],
    places: [{ id: '19:c@thread.v2', kind: 'personal', name: 'Deskhand', members: ['29:1dana'], isPrivate: true }],
  },
};
const state = withUpdate(undefined, { kind: 'snapshot', snapshot });
if (!state) throw new Error('There is no state.');
const selves = selvesIn(state);
const [dana, ben] = selves;
if (!dana || !ben) throw new Error('Nobody is there.');

describe('the people of both apps', () => {
  it('are one each, by their e-mail', () => {
    expect(selves.map(({ id, slack, teams }) => [id, slack?.id, teams?.id])).toEqual([
      ['UDANA', 'UDANA', '29:1dana'],
      ['UBEN', 'UBEN', undefined],
      ['29:1zoe', undefined, '29:1zoe'],
    ]);
  });
});

describe('picking somebody', () => {
  it('stays where they are, too', () => {
    expect(routeFor(ben, { as: 'UDANA', place: 'C1', thread: '1' }, state)).toEqual({
      ...{ as: 'UBEN', place: 'C1', thread: '1' },
    });
    expect(routeFor(ben, { as: 'UDANA', place: 'home' }, state)).toEqual({ as: 'UBEN', place: 'home' });
  });

  it('goes to their talk with the desk from where they are not', () => {
    expect(routeFor(dana, { as: 'UBEN', place: 'C1', thread: '1' }, state)).toEqual({ as: 'UDANA', place: 'D1' });
    expect(routeFor(dana, { app: 'teams', as: 'UBEN', place: '19:x@thread.v2' }, state)).toEqual({
      ...{ app: 'teams', as: 'UDANA', place: '19:c@thread.v2' },
    });
  });

  it('stays in the app, also for who has no account there', () => {
    expect(routeFor(ben, { app: 'teams', as: 'UDANA', place: '19:c@thread.v2' }, state)).toEqual({
      ...{ app: 'teams', as: 'UBEN' },
    });
  });
});

describe('a link to a message', () => {
  const inChannel = 'https://example.slack.com/archives/C1/p1700000000000100';
  const inChat = 'https://teams.microsoft.com/l/message/19%3Ac%40thread.v2/17?context=x';

  it('opens in the app in which it is', () => {
    expect(routeTo(inChannel, { state, self: ben })).toEqual({ as: 'UBEN', place: 'C1', thread: '1700000000.000100' });
    expect(routeTo(inChat, { state, self: dana })).toEqual({
      ...{ app: 'teams', as: 'UDANA', place: '19:c@thread.v2', thread: '17' },
    });
  });

  it('shows nobody what they cannot see', () => {
    expect(routeTo(inChannel, { state, self: dana })).toBe('hidden');
    expect(routeTo(inChat, { state, self: ben })).toBe('hidden');
  });

  it('is any other link elsewhere', () => {
    expect(routeTo('https://example.com/archives/C9/p1700000000000100', { state, self: ben })).toBeUndefined();
  });
});

describe('what to try', () => {
  const raised: Happening = { id: '1', at: 1, deed: '', tickets: ['INC-1'], outcome: 'done', calls: [] };
  const places = (steps: ReturnType<typeof stepsFor>) => steps.map(({ to }) => [to.app ?? 'slack', to.place]);

  it('begins in the app that is open; the agents are in Slack', () => {
    expect(places(stepsFor({ state, selves, app: 'slack' }))[0]).toEqual(['slack', 'D1']);
    const steps = stepsFor({ state, selves, app: 'teams' });
    expect(places(steps)).toEqual([
      ['teams', '19:c@thread.v2'],
      ['slack', 'C1'],
      ['slack', 'C1'],
      ['slack', 'C1'],
      ['teams', '19:c@thread.v2'],
    ]);
    expect(steps[0]?.draft?.key).toBe('29:1dana/19:c@thread.v2/');
  });

  it('ends in the app in which the ticket was raised', () => {
    const happened = { ...state, happenings: [{ ...raised, platform: 'teams' as const }] };
    expect(places(stepsFor({ state: happened, selves, app: 'slack' })).at(-1)).toEqual(['teams', '19:c@thread.v2']);
  });
});
