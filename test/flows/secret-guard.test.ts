import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTalk } from '../kit/a-talk.ts';
import { ben, dana, eve, max } from '../kit/people.ts';
import { directOf, general, helpIt, random } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const secret = 'Sommer2026!x';

/** Everything that the desk has stored and shown, as one text. */
async function everywhere(desk: TestDesk): Promise<string> {
  const { db } = desk.connection;
  const collections = (await db?.listCollections().toArray()) ?? [];
  expect(collections.length).toBeGreaterThan(5);
  const stored = await Promise.all(collections.map(({ name }) => db?.collection(name).find().toArray()));
  const shown = desk.chat.messages.map(({ drawings, file }) => ({ drawings, comment: file?.comment }));
  return JSON.stringify([stored, shown, desk.chat.turns.map(({ said }) => said)]);
}

async function bytesIn(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))));
}

describe('a secret in what somebody writes', () => {
  it('is in no ticket, title, card or collection; its author hears at once how to change it', async () => {
    const desk = await aDesk();

    const { message, text } = await desk.says(dana, `my vpn password is ${secret} and it does not work`);
    await desk.settled();

    expect(await desk.only()).toMatchObject({
      title: 'My vpn password is [•••• password hidden] and it does not work',
      description: 'my vpn password is [•••• password hidden] and it does not work',
      service: 'vpn',
    });
    expect(text).toContain('I hid a secret that you wrote');
    expect(text).toContain('Password: Change it now');
    expect(text).toContain('Delete my message');
    expect(desk.chat.shownIn(message)).toHaveLength(1);
    expect(await everywhere(desk)).not.toContain(secret);
  });

  it('is told in the author’s language, and stands as a mark in the desk’s', async () => {
    const desk = await aDesk();

    const { text } = await desk.says(max, `Mein Passwort lautet ${secret}`);

    expect(text).toContain('Ich habe ein Geheimnis verborgen');
    expect((await desk.only()).description).toBe('Mein Passwort lautet [•••• password hidden]');
  });

  it('is nowhere when it comes by an edit, a reply, a note of an agent, or any form', async () => {
    const { desk, requesters, agents } = await aTalk();
    const { message } = await desk.says(dana, 'It still fails', { thread: requesters });
    const told = await desk.edits(dana, message, `It still fails, password: ${secret}`);
    const byAgent = await desk.says(ben, `try password ${secret}`, { thread: agents });
    await desk.submit('ticket.reply', 'INC-1', { note: `use password ${secret}` }, { by: ben });
    await desk.submit('ticket.note', 'INC-1', { note: `her password is ${secret}` }, { by: ben });
    await desk.submit('ticket.edit', 'INC-1', { title: `password ${secret}`, kind: 'incident' }, { by: ben });
    await desk.settled();
    const resolved = await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: `pw=${secret}` }, { by: ben });
    await desk.settled();

    expect(told.text).toContain('I hid a secret that you wrote');
    expect(byAgent.text).toContain('I hid a secret that you wrote');
    expect(resolved.text).toContain('I hid a secret that you wrote');
    expect(resolved.text).not.toContain('Delete my message');
    expect((await desk.ticket('INC-1')).resolution?.note).toBe('pw=[•••• password hidden]');
    expect(await everywhere(desk)).not.toContain(secret);
  });

  it('is nowhere when it comes by the new-issue form or a command', async () => {
    const desk = await aDesk();

    await desk.submit('issue.new', 'new', { description: `vpn, password ${secret}` }, { by: dana });
    const { text } = await desk.command(dana, `wifi is down, my password is ${secret}`);
    await desk.settled();

    expect((await desk.tickets()).map(({ description }) => description)).toEqual([
      'vpn, password [•••• password hidden]',
      'wifi is down, my password is [•••• password hidden]',
    ]);
    expect(text).toContain('I hid a secret that you wrote');
    expect(await everywhere(desk)).not.toContain(secret);
  });

  it('is nowhere when somebody else raises the message; its author hears so directly', async () => {
    const desk = await aDesk();
    const byReaction = desk.chat.type(general, dana.ref, `the vpn is down, password ${secret}`);
    const byShortcut = desk.chat.type(random, dana.ref, `outlook is down, password ${secret}`);

    await desk.reacts(eve, 'ticket', byReaction);
    await desk.shortcut(eve, byShortcut);
    await desk.settled();

    expect((await desk.tickets()).map(({ description }) => description)).toEqual([
      'the vpn is down, password [•••• password hidden]',
      'outlook is down, password [•••• password hidden]',
    ]);
    const told = desk.chat
      .shownIn(directOf(dana.ref))
      .map(saidBy)
      .filter((said) => said.includes('Somebody has brought'));
    expect(told).toHaveLength(2);
    expect(await everywhere(desk)).not.toContain(secret);
  });

  it('is masked before the event is kept, so that even a crash leaves nothing', async () => {
    const desk = await aDesk();
    desk.chat.faults.order('transient', ({ method }) => method === 'profile', 100);

    await desk.says(dana, `my password is ${secret}`, { in: helpIt });

    const kept = await desk.connection.collection('inbox').find().toArray();
    expect(JSON.stringify(kept)).toContain('password hidden');
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is in no file of the embedded store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-secret-'));
    const server = await startEmbedded({ dataDir: folder, inThread: true });
    try {
      const desk = await aDesk({ database: server.uri });
      await desk.says(dana, `the turnstile is closed, my password is ${secret}`);
      await desk.settled();

      const bytes = await bytesIn(folder);
      expect(bytes.includes('the turnstile is closed')).toBe(true);
      expect(bytes.includes(secret)).toBe(false);
      await desk.crash();
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is told of once, however often the platform delivers it', async () => {
    const desk = await aDesk({ deliveries: 3 });

    const { said } = await desk.says(dana, `my password is ${secret}`);
    await desk.settled();

    expect(said.filter(({ how }) => how === 'whisper')).toHaveLength(1);
  });

  it('is no business of the desk where it was not spoken to, and is kept there neither', async () => {
    const desk = await aDesk();

    const { said } = await desk.says(dana, `our wifi password is ${secret}`, { in: random });

    expect(said).toEqual([]);
    expect(await everywhere(desk)).not.toContain(secret);
  });

  it('may be deleted by its author: the ticket keeps the words around it', async () => {
    const { desk, requesters, agents } = await aTalk();
    const { message } = await desk.says(dana, `The password ${secret} is refused by the portal`, {
      thread: requesters,
    });

    await desk.deletes(dana, message);
    await desk.settled();

    expect(desk.chat.shownIn(agents).map(saidBy).join()).toContain('is refused by the portal');
  });

  it.each([
    'I forgot my password',
    'the password reset does not work',
    'my password expired yesterday',
    'Passwort vergessen, bitte zurücksetzen',
  ])('is not seen where there is none: %s', async (words) => {
    const desk = await aDesk();

    const { said } = await desk.says(dana, words);
    await desk.settled();

    expect((await desk.only()).description).toBe(words);
    expect(said).toEqual([]);
  });
});
