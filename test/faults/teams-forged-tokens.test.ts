import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { botToken } from '../../playground/teams/tokens/bot-token.ts';
import { type Forgery, forgeries } from '../../playground/teams/tokens/forged.ts';
import { firstKeys } from '../../playground/teams/tokens/signing-keys.ts';
import type { Log } from '../../src/log.ts';
import { aTeamsDesk, type TeamsDesk } from './kit/a-teams-desk.ts';
import { postsOn } from './kit/cards-on-teams.ts';

/** Stands in everything that is sent, and must stand nowhere else. */
const secretWords = 'the-vpn-of-the-board';

const lines: { readonly facts: unknown; readonly line: string }[] = [];
const keep = (facts: unknown, line: string) => void lines.push({ facts, line });
const log: Log = { debug: () => {}, info: keep, warn: keep, error: keep };

let stage: TeamsDesk;
const knownUrls = () => readFile(stage.serviceUrlFile, 'utf8');

beforeAll(async () => {
  stage = await aTeamsDesk({ adapter: { log } });
  // Somebody genuine has spoken before: there is something that a forger could overwrite.
  await stage.teams.tells('dana', 'The wifi is slow');
  await stage.shown(stage.teams.chatOf('dana'), 'INC-1');
  await stage.settled();
}, 60_000);
afterAll(() => stage.close(), 60_000);

/** A token that Microsoft signed for somebody else is no forgery, but not for us. */
const statusOf = (kind: Forgery) => (kind === 'other tenant' ? 403 : 401);

describe('an activity of Teams whose token is forged', () => {
  it.each(forgeries.map((kind) => [kind, statusOf(kind)] as const))(
    '(%s) is refused with %i, nothing comes of it, and one line is logged without its words',
    async (kind, status) => {
      const { teams } = stage;
      const before = { calls: connectorCalls(), urls: await knownUrls(), posts: postsOn(teams).length };
      lines.length = 0;
      const { last } = await teams.forges(kind, { person: 'eve', text: secretWords });
      await stage.settled();

      expect([last?.status, last?.body]).toEqual([status, '']);
      expect({ calls: connectorCalls(), urls: await knownUrls(), posts: postsOn(teams).length }).toEqual(before);
      await expect(stage.desk.ticketStore.find('INC-2')).resolves.toBeUndefined();
      expect(lines).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toContain(secretWords);
    },
  );

  it('leaves the door open for the genuine one right after it', async () => {
    await stage.teams.forges('wrong key', { person: 'eve', text: secretWords });
    const { deliveries } = await stage.teams.tells('eve', 'The VPN is slow');
    await stage.shown(stage.teams.chatOf('eve'), 'INC-2');

    expect(deliveries.map(({ status }) => status)).toEqual([200]);
  });
});

describe('after Teams has changed its keys, an activity', () => {
  let other: TeamsDesk;
  beforeAll(async () => {
    other = await aTeamsDesk();
  }, 60_000);
  afterAll(() => other.close(), 60_000);

  it('is taken when the new key signed it, and refused when the old one did', async () => {
    const { teams, shown, desk } = other;
    const first = await teams.says('dana', '#help-it', 'The VPN is slow');
    await shown('#it-triage', 'The VPN is slow');
    const [, oldKey] = await firstKeys();
    await teams.rotateKeys({ keepOld: false });
    const next = await teams.says('dana', '#help-it', 'The tunnel is dark');
    await shown('#it-triage', 'The tunnel is dark');
    const late = { ...next.deliveries[0]?.activity, id: '1764000000000', text: secretWords };
    const token = botToken(oldKey, { appId: teams.identity.appId, serviceUrl: teams.serviceUrl });
    const refused = await fetch(`${other.app.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(late),
    });
    await other.settled();

    expect([...first.deliveries, ...next.deliveries].map(({ status }) => status)).toEqual([200, 200]);
    expect(refused.status).toBe(401);
    await expect(desk.ticketStore.find('INC-3')).resolves.toBeUndefined();
  });
});

/** What the desk asked of the connector and the login, without the keys that it checks tokens by. */
function connectorCalls(): number {
  return stage.teams.calls.filter(({ path }) => !path.includes('/.well-known/')).length;
}
