import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPlayground, type Playground } from '../../../playground/playground.ts';
import { readDeskFile } from '../../../src/config/read-desk-file.ts';
import { readEnvironment } from '../../../src/config/read-environment.ts';
import { silentLog } from '../../../src/log.ts';

async function demo(): Promise<Playground> {
  const read = await readDeskFile('desk.yaml');
  if (!('config' in read)) throw new Error('The demo desk.yaml cannot be read.');
  return aPlayground({ desk: read.config, log: silentLog });
}

let playground: Playground;
beforeEach(async () => {
  playground = await demo();
});
afterEach(() => playground.stop());

describe('the playground of the demo desk', () => {
  it('has the same people in Slack and in Teams, by their e-mail', () => {
    const { workspace, tenant } = playground;
    const inSlack = workspace.people.flatMap(({ email, realName }) => (email ? [[email, realName]] : []));
    expect(tenant.people.map(({ email, realName }) => [email, realName])).toEqual(inSlack);
    expect(inSlack).toContainEqual(['dana@example.com', 'Dana Novak']);
  });

  it('has the channels of Teams that desk.yaml names, the desk in all of their teams', () => {
    const { tenant } = playground;
    const named = tenant.channels.map(({ name, teamId }) => `${tenant.team(teamId).name} / ${name}`);
    expect(named).toEqual(['Company / General', 'Company / IT help', 'Network / General', 'Network / Triage']);
    expect(tenant.teams.every(({ hasApp, hearsAll }) => hasApp && hearsAll)).toBe(true);
  });

  it('tells the desk of Teams what its environment would', () => {
    const read = readEnvironment({ ...playground.tenant.environment });
    expect(read).toMatchObject({ environment: { teams: { appId: playground.tenant.identity.appId } } });
  });

  it('knows people, chats and channels by the same ids after a restart, as the desk keeps them', async () => {
    const again = await demo();
    const ids = ({ tenant }: Playground) => [
      tenant.identity.tenantId,
      tenant.person('dana').id,
      tenant.chatOf('dana'),
      tenant.place('IT help').id,
    ];
    expect(ids(again)).toEqual(ids(playground));
    expect(again.tenant.identity.appPassword).not.toBe(playground.tenant.identity.appPassword);
    await again.stop();
  });

  it('listens no more when it has stopped', async () => {
    const { serviceUrl } = playground.tenant;
    await playground.stop();
    await expect(fetch(serviceUrl)).rejects.toThrow();
  });
});
