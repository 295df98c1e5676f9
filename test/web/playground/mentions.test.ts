import { describe, expect, it } from '@jest/globals';
import type { WirePerson } from '../../../playground/page/wire.ts';
import type { WorkspaceState } from '../../../web/playground/state/workspace-state.ts';
import { asTyped, withMentions } from '../../../web/playground/talk/mentions.ts';
import { fromTeamsSnapshot } from '../../../web/playground/teams/state/teams-state.ts';
import { emptyTenant } from './empty-tenant.ts';

const people: readonly WirePerson[] = [
  { id: 'U0BEN', name: 'ben', realName: 'Ben Okafor', role: 'agent', isBot: false, isGone: false },
  { id: 'U0DESK', name: 'deskhand', realName: 'IT Help', role: 'app', isBot: true, isGone: false },
];
const state: WorkspaceState = {
  team: 'Example',
  bot: 'U0DESK',
  people: new Map(people.map((person) => [person.id, person])),
  channels: new Map(),
  messages: new Map(),
  modals: {},
  homes: {},
  happenings: [],
  directs: {},
  teams: fromTeamsSnapshot(emptyTenant),
};

describe('mentions in what is typed', () => {
  it.each([
    ['@Ben Okafor please look', '<@U0BEN> please look'],
    ['hi @ben, and @Deskhand!', 'hi <@U0BEN>, and <@U0DESK>!'],
    ['@IT Help printer', '<@U0DESK> printer'],
    ['write to ben@example.com', 'write to ben@example.com'],
    ['@benny is somebody else', '@benny is somebody else'],
    ['@nobody', '@nobody'],
  ])('makes of %s: %s', (typed, sent) => {
    expect(withMentions(typed, state)).toBe(sent);
  });

  it.each(['a < b & c > d', '@Ben Okafor and @Deskhand', 'https://example.com/?a=1&b=2'])(
    'gives %s back for editing',
    (typed) => {
      const sent = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const stored = sent
        .replace('@Ben Okafor', '<@U0BEN>')
        .replace('@Deskhand', '<@U0DESK>')
        .replace(/^(https\S+)$/, '<$1>');
      expect(asTyped(stored, state)).toBe(typed);
    },
  );
});
