import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Document, deserialize, Long, serialize } from 'bson';
import { MongoClient, UUID } from 'mongodb';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

describe('the wire protocol', () => {
  let store: TestStore;
  let socket: Socket;
  beforeAll(async () => {
    store = await anEmbeddedStore();
    socket = await open();
  });
  afterAll(async () => {
    socket.destroy();
    await store.stop();
  });

  async function open(): Promise<Socket> {
    const opened = connect(store.server.socketPath);
    await once(opened, 'connect');
    return opened;
  }

  async function answerTo(message: Buffer, on = socket): Promise<Document> {
    on.write(message);
    const [reply] = (await once(on, 'data')) as [Buffer];
    const isLegacy = reply.readInt32LE(12) === 1;
    return deserialize(reply.subarray(isLegacy ? 36 : 21));
  }

  it('answers the handshake of old clients in their own form', async () => {
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(4),
      Buffer.from([255, 255, 255, 255]),
      serialize({ ismaster: 1, helloOk: true }),
    ]);

    expect(await answerTo(message(2004, query))).toMatchObject({ ismaster: true, maxWireVersion: 21, ok: 1 });
  });

  it('takes documents that follow the command as a sequence, and a checksum behind them', async () => {
    const documents = Buffer.concat([serialize({ _id: 1 }), serialize({ _id: 2 })]);
    const name = Buffer.from('documents\0');
    const sequence = Buffer.concat([Buffer.from([1]), int32(4 + name.length + documents.length), name, documents]);
    const body = Buffer.concat([int32(1), section({ insert: 'seq', $db: 'deskhand' }), sequence, Buffer.alloc(4)]);

    expect(await answerTo(message(2013, body))).toMatchObject({ n: 2, ok: 1 });
  });

  it('carries out a silent command before the next one, and answers only that', async () => {
    const silent = Buffer.concat([int32(2), section({ insert: 'silent', documents: [{ _id: 1 }], $db: 'deskhand' })]);
    const loud = Buffer.concat([int32(0), section({ count: 'silent', $db: 'deskhand' })]);

    expect(await answerTo(Buffer.concat([message(2013, silent), message(2013, loud)]))).toMatchObject({ n: 1 });
  });

  it('refuses a compressed message and one of an unknown kind', async () => {
    expect(await answerTo(message(2012, Buffer.alloc(20)))).toMatchObject({ ok: 0, code: 115 });
    expect(await answerTo(message(99, Buffer.alloc(20)))).toMatchObject({ ok: 0, code: 352 });
  });

  it('ends a connection that sends garbage, and serves the others on', async () => {
    const other = await open();
    other.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await once(other, 'close');

    expect(await answerTo(message(2013, Buffer.concat([int32(0), section({ ping: 1, $db: 'admin' })])))).toEqual({
      ok: 1,
    });
  });

  it('refuses an option that it would not carry out', async () => {
    const db = store.client.db();
    await expect(db.command({ find: 'x', filter: {}, foo: 1 })).rejects.toMatchObject({ code: 40415 });
    await expect(db.command({ find: 'x', collation: { locale: 'de' } })).rejects.toMatchObject({ code: 115 });
    await expect(db.command({ insert: 'x', documents: [{}], writeConcern: { w: 3 } })).rejects.toMatchObject({
      code: 2,
    });
  });

  it('carries out a write once that is sent twice with its number, and answers both', async () => {
    const db = store.client.db();
    const write = {
      findAndModify: 'retried',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
      lsid: { id: new UUID() },
      txnNumber: Long.fromNumber(1),
    };
    const send = (txnNumber: number) =>
      answerTo(
        message(
          2013,
          Buffer.concat([int32(0), section({ ...write, txnNumber: Long.fromNumber(txnNumber), $db: 'deskhand' })]),
        ),
      );

    expect([(await send(1)).value, (await send(1)).value, (await send(2)).value]).toEqual([
      { _id: 1, n: 1 },
      { _id: 1, n: 1 },
      { _id: 1, n: 2 },
    ]);
    expect(await db.collection('retried').findOne({})).toMatchObject({ n: 2 });
  });

  it('refuses transactions', async () => {
    const begin = {
      insert: 'x',
      documents: [{}],
      lsid: { id: new UUID() },
      txnNumber: Long.fromNumber(1),
      autocommit: false,
      startTransaction: true,
      $db: 'deskhand',
    };

    expect(await answerTo(message(2013, Buffer.concat([int32(0), section(begin)])))).toMatchObject({
      ok: 0,
      code: 20,
      codeName: 'IllegalOperation',
    });
  });

  it('answers what mongosh asks when it connects', async () => {
    const admin = store.client.db().admin();
    expect(await admin.command({ hostInfo: 1 })).toMatchObject({ ok: 1 });
    expect(await admin.command({ getCmdLineOpts: 1 })).toMatchObject({ ok: 1 });
    expect(await admin.command({ connectionStatus: 1 })).toMatchObject({ ok: 1 });
    expect(await admin.command({ getParameter: 1, featureCompatibilityVersion: 1 })).toMatchObject({ ok: 1 });
    expect((await admin.listDatabases()).databases.map(({ name }) => name)).toContain('deskhand');
  });
});

describe('the files', () => {
  it('can be read by their owner alone, also in a folder that is open to others', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-open-'));
    await chmod(dataDir, 0o755);

    const { stop } = await startEmbedded({ dataDir });

    for (const file of ['desk.lmdb', 'desk.lmdb-lock']) {
      expect([file, (await stat(join(dataDir, file))).mode & 0o777]).toEqual([file, 0o600]);
    }
    await stop();
    await rm(dataDir, { recursive: true });
  });
});

describe('the socket', () => {
  it('can be opened by its owner alone', async () => {
    const store = await anEmbeddedStore();

    expect((await stat(store.server.socketPath)).mode & 0o777).toBe(0o600);

    await store.stop();
    await expect(stat(store.server.socketPath)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('moves to a private folder when its path would be too long', async () => {
    const base = await mkdtemp(join(tmpdir(), 'deskhand-long-'));
    const dataDir = join(base, 'x'.repeat(120));
    await mkdir(dataDir);
    await chmod(dataDir, 0o755);

    const { uri, socketPath, stop } = await startEmbedded({ dataDir });
    const folder = join(socketPath, '..');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const client = await new MongoClient(uri).connect();
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
    await stop();

    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await rm(base, { recursive: true });
  });

  it('is refused to a second engine of the same process', async () => {
    const store = await anEmbeddedStore();

    await expect(startEmbedded({ dataDir: store.dataDir })).rejects.toMatchObject({
      name: 'DeskError',
      code: 'unavailable',
    });

    expect(await store.client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
    await store.stop();
  });
});

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function section(body: Document): Buffer {
  return Buffer.concat([Buffer.from([0]), serialize(body)]);
}

function message(opcode: number, body: Buffer): Buffer {
  return Buffer.concat([int32(16 + body.length), int32(7), int32(0), int32(opcode), body]);
}
