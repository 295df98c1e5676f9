import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { importFile } from '../../src/cli/import-file.ts';
import type { ImportOptions } from '../../src/cli/import-job.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { assignTo } from '../../src/tickets/moves/assignment.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-import-'));
  await writeFile(file('desk.yaml'), 'teams: [{ id: it, agents: [ben@example.com] }]\n');
  await writeFile(file('map.yaml'), map);
});
afterEach(() => rm(folder, { recursive: true }));

const map = `
name: old
timeZone: UTC
fields:
  id: number
  title: words
  requester: caller
  kind: { column: type, values: { Order: request }, default: incident }
  openedAt: opened
  closedAt: closed
`;
const now = new Date('2026-06-01T08:00Z');
const header = 'number,words,caller,type,opened,closed\n';
const closed = 'A-1,"Two\nlines",dana@example.com,,2026-03-02 08:00:00,2026-03-02 09:00:00\n';
const order = 'A-2,A chair,Dana Smith,order,2026-03-02 08:00:00,2026-03-02 10:00:00\n';
const open = 'A-3,Still dark,dana@example.com,,2026-05-31 08:00:00,\n';

async function importing(rows: string, options: Partial<ImportOptions> = {}) {
  await writeFile(file('tickets.csv'), header + rows);
  const terminal = new RecordingTerminal();
  const world = { variables: { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml') }, clock: new FakeClock(now) };
  const exitCode = await importFile(file('tickets.csv'), { map: file('map.yaml'), ...options }, terminal, world);
  return { exitCode, said: terminal.said, complaints: terminal.complaints };
}

async function withStore<T>(use: (store: MongoTicketStore) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded({ dataDir: file('data'), inThread: true });
  const connection = await connect(embedded.uri);
  const result = await use(new MongoTicketStore(defineModels(connection)));
  await connection.close();
  await embedded.stop();
  return result;
}
const find = (id: string) => withStore((store) => store.findBySource(`import:old:${id}`));

describe('importing the history of another desk', () => {
  it('keeps no password that somebody wrote into the other desk, and finds the row unchanged the next time', async () => {
    const row = 'A-9,my password is Sommer2026!x and fails,dana@example.com,,2026-03-02 08:00:00,2026-03-02 09:00:00\n';
    await importing(row);
    const { said } = await importing(row);

    expect((await find('A-9'))?.description).toBe('my password is [•••• password hidden] and fails');
    expect(JSON.stringify(await find('A-9'))).not.toContain('Sommer2026');
    expect(said[0]).toContain('0 added, 0 changed, 1 already here');
  });

  it('gives each row a ticket with a key of its kind, also before the desk was ever started', async () => {
    const { exitCode, said, complaints } = await importing(closed + order + open);

    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    expect(said).toEqual([
      'Rows: 3; 3 added, 0 changed, 0 already here, 0 faulty and left out.',
      'Added: 2 closed, 1 new.',
      'Open among them: 1. They post and ring nothing until somebody works on them. The same import with --open brings them to life.',
    ]);
    expect(await find('A-1')).toMatchObject({ key: 'INC-1', title: 'Two lines', requester: 'dana@example.com' });
    expect(await find('A-2')).toMatchObject({ key: 'REQ-1', requester: 'Dana Smith', status: 'closed' });
    expect(await withStore((store) => store.nextKey('incident'))).toBe('INC-3');
  });

  it('adds nothing the second time', async () => {
    await importing(closed + order + open);
    const before = await find('A-3');

    const { said } = await importing(closed + order + open);

    expect(said).toEqual(['Rows: 3; 0 added, 0 changed, 3 already here, 0 faulty and left out.']);
    expect(await find('A-3')).toEqual(before);
  });

  it('follows what went on in the other desk, unless somebody works on it here', async () => {
    const [ended, other] = ['A-3', 'A-4'].map(
      (id) => `${id},Still dark,dana@example.com,,2026-05-31 08:00:00,2026-05-31 09:00:00\n`,
    );
    await importing(open + open.replace('A-3', 'A-4'));
    await withStore(async (store) => {
      const ticket = await store.findBySource('import:old:A-4');
      if (ticket)
        await store.write(
          ticket,
          assignTo('ben@example.com')(ticket, { by: 'ben@example.com', now, today: '2026-06-01' }),
        );
    });

    const { said } = await importing(`${ended}${other}`);

    expect(said).toEqual(['Rows: 2; 0 added, 1 changed, 1 already here, 0 faulty and left out.']);
    expect(await find('A-3')).toMatchObject({ key: 'INC-1', status: 'closed', version: 2 });
    expect(await find('A-4')).toMatchObject({ key: 'INC-2', status: 'in_progress' });
  });

  it('brings open tickets to life when that is asked for, once', async () => {
    await importing(open);
    expect(await find('A-3')).toMatchObject({ owing: false });

    const first = await importing(open, { open: true });
    const second = await importing(open, { open: true });

    expect(first.said).toEqual(['Rows: 1; 0 added, 1 changed, 0 already here, 0 faulty and left out.']);
    expect(second.said).toEqual(['Rows: 1; 0 added, 0 changed, 1 already here, 0 faulty and left out.']);
    expect(await find('A-3')).toMatchObject({
      key: 'INC-1',
      owing: true,
      cards: [{ id: 'requester' }, { id: 'agent:it' }],
    });
  });

  it('finds a ticket by its number in the other desk', async () => {
    await importing(closed);
    const visibleTo = { id: 'ben@example.com', agentOf: ['it'], seesAll: true };
    const scope = { kind: 'words', text: 'A-1' } as const;

    const found = await withStore((store) => store.list({ scope, visibleTo, page: 0, pageSize: 5 }));

    expect(found.lines).toMatchObject([{ key: 'INC-1' }]);
  });

  it('works beside a desk that is running', async () => {
    const running = await startEmbedded({ dataDir: file('data'), inThread: true });
    const { exitCode, said } = await importing(closed);
    await running.stop();

    expect(exitCode).toBe(0);
    expect(said[0]).toMatch(/^Rows: 1; 1 added/);
  });
});

describe('faulty rows', () => {
  const faulty = `${closed}A-1,Again,d@example.com,,2026-03-02 08:00:00,\nA-5,Late,,Ordr,2026-13-02 08:00:00,\n`;

  it('are all told by line, column and value, and nothing is written', async () => {
    const { exitCode, said, complaints } = await importing(faulty);

    expect({ exitCode, said }).toEqual({ exitCode: 1, said: [] });
    expect(complaints).toEqual([
      'tickets.csv:4 number "A-1": Line 2 has this id already. Leave one of the rows out.',
      'tickets.csv:5 caller "": This cell is empty. Fill it, or give `requester` a default.',
      expect.stringMatching(
        /^tickets\.csv:5 type "Ordr": This is no kind of this desk\. Did you mean "order"\? Add it to `fields\.kind\.values`/,
      ),
      expect.stringMatching(/^tickets\.csv:5 opened "2026-13-02 08:00:00": This is no instant written as iso/),
      'Faults: 4, in 2 of 3 rows. Nothing is written: correct them, or leave those rows out by --skip-faulty.',
    ]);
    await expect(access(file('data'))).rejects.toThrow('ENOENT');
  });

  it('can be left out', async () => {
    const { exitCode, said } = await importing(faulty, { skipFaulty: true });

    expect(exitCode).toBe(0);
    expect(said[0]).toBe('Rows: 3; 1 added, 0 changed, 0 already here, 2 faulty and left out.');
  });
});

describe('a dry run', () => {
  it('says what would happen and writes nothing, whether there is a desk or not', async () => {
    const first = await importing(closed + open, { dryRun: true });
    await expect(access(file('data'))).rejects.toThrow('ENOENT');
    await importing(closed);
    const second = await importing(closed + open, { dryRun: true });

    expect(first.said[0]).toBe('Rows: 2; 2 would be added, 0 would be changed, 0 already here, 0 faulty and left out.');
    expect(second.said[0]).toBe(
      'Rows: 2; 1 would be added, 0 would be changed, 1 already here, 0 faulty and left out.',
    );
    expect(second.said.at(-1)).toBe('Nothing was written.');
    expect(await find('A-3')).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  it('is told with what to do', async () => {
    await writeFile(file('other.yaml'), (await readFile(file('map.yaml'), 'utf8')).replace('caller', 'caler'));
    const unknown = await importing(closed, { map: file('other.yaml') });
    const noMap = await importing(closed, { map: file('none.yaml') });
    const terminal = new RecordingTerminal();
    const world = { variables: { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml') }, clock: new FakeClock(now) };
    const noFile = await importFile(file('none.csv'), { map: file('map.yaml') }, terminal, world);

    expect([unknown.exitCode, noMap.exitCode, noFile]).toEqual([2, 2, 2]);
    expect(unknown.complaints.join()).toMatch(/other\.yaml:7 \(fields\.requester\)[\s\S]*Did you mean "caller"\?/);
    expect(noMap.complaints.join()).toMatch(/none\.yaml[\s\S]*Let --map name the file/);
    expect(terminal.complaints.join()).toMatch(/none\.csv cannot be read \(ENOENT\)/);
  });
});
