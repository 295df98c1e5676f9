import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { slaReplay } from '../../src/cli/sla-replay.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { resolve } from '../../src/tickets/moves/ending.ts';
import { reply } from '../../src/tickets/moves/talking.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const now = new Date('2026-03-03T08:00Z');

/** Answered after an hour and resolved after five. */
function aSlowOne(key: string, facts: Partial<Ticket> = {}): Ticket {
  const answered = moved(aTicket({ key, ...facts }), reply('m1'), ben.id, at('09:00'));
  return moved(answered, resolve('fixed', 'Done.'), ben.id, at('13:00'));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-replay-'));
  const embedded = await startEmbedded({ dataDir: dataDir(), inThread: true });
  const connection = await connect(embedded.uri);
  const store = new MongoTicketStore(defineModels(connection));
  await store.insert(aSlowOne('INC-1'));
  await store.insert(aSlowOne('INC-2', { team: 'hr' }));
  await store.insert(aTicket({ key: 'INC-3', openedAt: new Date('2025-01-01T08:00Z') }));
  await connection.close();
  await embedded.stop();
  await writeFile(file('desk.yaml'), desk);
});
afterAll(() => rm(folder, { recursive: true }));

const dataDir = () => join(folder, 'data');
const file = (name: string) => join(folder, name);
const desk = `
teams: [{ id: it, agents: [ben@example.com] }, { id: hr, agents: [eve@example.com] }]
calendars: [{ id: always, open: 24x7 }]
serviceLevels: [{ id: standard, when: {}, respond: 2h, resolve: 8h }]
`;

async function replayWith(policy: string, variables: Record<string, string> = {}) {
  await writeFile(file('new.yaml'), policy);
  const terminal = new RecordingTerminal();
  const exitCode = await slaReplay({ policy: file('new.yaml'), days: 30, desk: file('desk.yaml') }, terminal, {
    variables: { DATA_DIR: dataDir(), ...variables },
    clock: new FakeClock(now),
  });
  return { exitCode, said: terminal.said, complaints: terminal.complaints.join('\n') };
}

const stricter =
  'serviceLevels:\n  - { id: hr, when: { team: hr }, respond: 30m, resolve: 4h }\n  - { id: all, when: {}, respond: 2h }\n';

describe('replaying under another policy', () => {
  it('tells what is met and missed, before and after, by team and priority, and which verdicts flip', async () => {
    const { exitCode, said, complaints } = await replayWith(stricter);

    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(said).toEqual([
      '2 tickets, opened in the last 30 days, as of 2026-03-03T08:00:00.000Z. Nothing was written.',
      '',
      'respond    met  missed  open     met  missed  open',
      '  all        2       0     0  →    1       1     0',
      '  team hr    1       0     0  →    0       1     0',
      '  team it    1       0     0  →    1       0     0',
      '  P4         2       0     0  →    1       1     0',
      '',
      'resolve    met  missed  open     met  missed  open',
      '  all        2       0     0  →    0       1     0',
      '  team hr    1       0     0  →    0       1     0',
      '  team it    1       0     0  →    0       0     0',
      '  P4         2       0     0  →    0       1     0',
      '',
      '3 verdicts flip:',
      '  INC-1  team it  P4  resolve  met → none',
      '  INC-2  team hr  P4  respond  met → missed',
      '  INC-2  team hr  P4  resolve  met → missed',
    ]);
  });

  it('reads the tickets of a desk that is running', async () => {
    const running = await startEmbedded({ dataDir: dataDir(), inThread: true });
    const { exitCode, said } = await replayWith('serviceLevels: [{ id: same, when: {}, respond: 2h, resolve: 8h }]');
    await running.stop();

    expect(exitCode).toBe(0);
    expect(said[0]).toMatch(/^2 tickets/);
    expect(said.at(-1)).toBe('No verdict flips.');
  });

  it('leaves the data of a desk as they are', async () => {
    await replayWith(stricter);
    const embedded = await startEmbedded({ dataDir: dataDir(), inThread: true });
    const connection = await connect(embedded.uri);
    const found = await new MongoTicketStore(defineModels(connection)).find('INC-1');
    await connection.close();
    await embedded.stop();

    expect(found).toEqual(aSlowOne('INC-1'));
  });

  it('tells the faults of the policy at its own lines', async () => {
    const { exitCode, complaints } = await replayWith(
      'serviceLevels:\n  - { id: all, when: {}, calendar: offce, respond: 2h }\n',
    );

    expect(exitCode).toBe(2);
    expect(complaints).toMatch(/Nothing can be replayed: one thing must/);
    expect(complaints).toMatch(/new\.yaml:2 \(serviceLevels\[0\]\.calendar\)/);
  });

  it('says what to do when there is no policy, no desk, no data', async () => {
    const terminal = new RecordingTerminal();
    const world = { variables: { DATA_DIR: file('nowhere') }, clock: new FakeClock(now) };
    await writeFile(file('new.yaml'), stricter);
    const codes = [
      await slaReplay({ policy: file('none.yaml'), days: 1, desk: file('desk.yaml') }, terminal, world),
      await slaReplay({ policy: file('new.yaml'), days: 1, desk: file('no-desk.yaml') }, terminal, world),
      await slaReplay({ policy: file('new.yaml'), days: 1, desk: file('desk.yaml') }, terminal, world),
    ];

    expect(codes).toEqual([2, 2, 2]);
    expect(terminal.complaints).toEqual([
      expect.stringMatching(/none\.yaml[\s\S]*Let --policy name/),
      expect.stringMatching(/no-desk\.yaml[\s\S]*There is no such file/),
      expect.stringMatching(/^There is no data in .*nowhere\. Run this where the desk runs/),
    ]);
    expect(await readdir(folder)).not.toContain('nowhere');
  });
});
