import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { teamsAdapter } from '../../adapters/teams/adapter.ts';
import type { TeamsMessage } from '../../playground/teams/model.ts';
import type { TeamsTenant } from '../../playground/teams/teams-tenant.ts';
import { aTeamsTenant } from '../../playground/teams/tenant.ts';
import { type App, createApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { readEnvironment } from '../../src/config/read-environment.ts';
import { silentLog } from '../../src/log.ts';

let teams: TeamsTenant;
let app: App;
let dataDir: string;

/** The desk as the program puts it together, from the environment that the tenant asks for. */
beforeEach(async () => {
  teams = await aTeamsTenant();
  dataDir = await mkdtemp(join(tmpdir(), 'deskhand-teams-'));
  const read = readEnvironment({ ...teams.environment });
  const desk = parseDeskFile(`
teams:
  - { id: it, name: IT support, agents: [ben@example.com, cem@example.com], triage: { teams: "${teams.place('#it-triage').id}" } }
services:
  - { id: vpn, name: VPN, team: it, keywords: [vpn] }
`);
  if (!('environment' in read) || !('config' in desk)) throw new Error(JSON.stringify([read, desk]));
  const { teams: options } = read.environment;
  app = await createApp({
    ...{ host: '127.0.0.1', port: 0, dataDir, config: desk.config, log: silentLog },
    adapters: (ports) => [teamsAdapter({ ...options, ...ports, log: silentLog, now: () => systemClock.now() })],
  });
  await teams.connect({ messagesUrl: `${app.url}/api/messages` });
  await app.start();
}, 60_000);

afterEach(async () => {
  await app.stop();
  await teams.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const direct = (person: string) => teams.chatOf(person);

/** Waits for a message that holds these words. */
function shown(place: string, words: string): Promise<TeamsMessage> {
  return teams.until((tenant) => tenant.allMessages(place).find((one) => tenant.words(one).includes(words)), {
    timeoutMs: 20_000,
  });
}

describe('a desk in a Teams tenant', () => {
  it('takes a ticket from a few words in a chat to "it works"', async () => {
    await teams.tells('dana', "The VPN tunnel is down and I can't work");
    const own = await shown(direct('dana'), 'INC-1');
    const card = await shown('#it-triage', 'INC-1');
    expect(teams.words(own)).toContain('State new');
    expect(teams.words(card)).toContain("The VPN tunnel is down and I can't work");

    await teams.clicks('ben', card, 'Claim');
    await shown(direct('dana'), 'Ben Agent is working on it');
    await teams.clicks('ben', await shown('#it-triage', 'State in progress'), 'Reply');
    await teams.submits('ben', { Reply: 'Please try the other gateway.' });
    await shown(direct('dana'), 'Please try the other gateway.');
    await teams.clicks('ben', await shown('#it-triage', 'State in progress'), 'Resolve');
    await teams.submits('ben', { Note: 'The gateway was restarted.' });
    await teams.clicks('dana', await shown(direct('dana'), 'State resolved'), "It's fixed");
    await shown('#it-triage', 'State closed');

    const ticket = await app.desk.ticketStore.find('INC-1');
    expect(ticket?.history.map(({ move }) => move)).toEqual(['open', 'claim', 'reply', 'resolve', 'close']);
    expect(teams.allMessages(direct('dana')).filter(({ id }) => id === own.id)).toHaveLength(1);
  }, 60_000);

  it('tells whoever claims second who was first', async () => {
    await teams.tells('dana', 'The VPN is slow');
    const card = await shown('#it-triage', 'INC-1');

    await teams.clicks('ben', card, 'Claim');
    await teams.clicks('cem', card, 'Claim');
    await shown(direct('cem'), 'Ben Agent claimed INC-1');

    expect((await app.desk.ticketStore.find('INC-1'))?.history.map(({ move }) => move)).toEqual(['open', 'claim']);
  }, 60_000);

  it('lets nobody in with a forged token', async () => {
    const delivery = await teams.forges('wrong key');
    expect(delivery.last?.status).toBe(401);
    expect(await app.desk.ticketStore.find('INC-1')).toBeUndefined();
  }, 60_000);
});
