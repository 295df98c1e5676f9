import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { request } from 'undici';
import { aPlayground, type Playground } from '../../../../playground/playground.ts';
import { silentLog } from '../../../../src/log.ts';

const desk = {
  people: { admins: [], managers: [] },
  teams: [{ id: 'it', name: 'IT', agents: ['ben@example.com'], leads: [], triage: { teams: 'IT / Triage' } }],
  services: [],
  channels: [],
};

let playground: Playground;
let server: Server;
let url: string;

beforeEach(async () => {
  playground = await aPlayground({ desk, log: silentLog });
  const app = express();
  playground.pages(app, { subscribe: () => () => {}, trace: () => {} });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await playground.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function acts(body: object, headers: Record<string, string> = {}) {
  const answer = await request(`${url}/playground/api/teams/acts`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
    body: JSON.stringify({ as: who('dana'), ...body }),
  });
  return { status: answer.statusCode, body: (await answer.body.json()) as Record<string, unknown> };
}

const who = (name: string) => playground.tenant.person(name).id;
const general = () => playground.tenant.place('Company/General').id;
const triage = () => playground.tenant.place('IT/Triage').id;

describe('acts in Teams', () => {
  it('are done in the tenant', async () => {
    expect((await acts({ do: 'say', place: general(), text: 'hello' })).status).toBe(200);
    const [message] = playground.tenant.messages(general());
    expect(message).toMatchObject({ from: who('dana'), text: 'hello' });
    await acts({ do: 'react', place: general(), post: message?.id, reaction: 'heart' });
    await acts({ do: 'edit', place: general(), post: message?.id, text: 'hello all' });
    expect(playground.tenant.messages(general())).toMatchObject([
      { text: 'hello all', reactions: [{ type: 'heart', personId: who('dana') }] },
    ]);
    await acts({ do: 'delete', place: general(), post: message?.id });
    expect(playground.tenant.messages(general())).toEqual([]);
    await acts({ do: 'undelete', place: general(), post: message?.id });
    expect(playground.tenant.messages(general())).toHaveLength(1);
  });

  it('say when nobody took them', async () => {
    const { body } = await acts({ do: 'say', place: playground.tenant.chatOf('dana'), text: 'help' });
    expect(body.trouble).toMatch(/did not take “message” \(not connected\)/);
  });

  it.each([
    ['an unknown act', () => ({ do: 'fly' }), 400, 'do'],
    ['a place one is not in', () => ({ do: 'say', place: triage(), text: 'hi' }), 409, 'not in'],
    ['a search from where one is not', () => ({ do: 'search', place: triage(), text: 'vpn' }), 409, 'not in'],
    ['nothing to say', () => ({ do: 'say', place: general(), text: ' ' }), 409, 'nothing to send'],
    ['a card that Teams cannot draw', () => ({ do: 'say', place: general(), text: '', cards: [{}] }), 409, 'card'],
    ['a message that is gone', () => ({ do: 'raise', place: general(), post: '1' }), 409, 'no longer'],
    ['a form that is not open', () => ({ do: 'submit', values: {} }), 409, 'no form open'],
  ])('refuse %s with words', async (_, body, status, words) => {
    const answer = await acts(body());
    expect(answer).toEqual({ status, body: { error: expect.stringContaining(words) } });
  });

  it('are refused to other pages and other names, whatever they ask', async () => {
    const hello = { do: 'say', place: general(), text: 'hello' };
    expect((await acts(hello, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await acts(hello, { host: 'evil.example' })).status).toBe(403);
    expect(playground.tenant.messages(general())).toEqual([]);
  });
});

describe('files in Teams', () => {
  it('come back as they were sent, pictures to be seen, all else to be kept', async () => {
    const files = ['a.html', 'b.png'].map((name) => ({ name, base64: Buffer.from('<b>').toString('base64') }));
    await acts({ do: 'say', place: general(), text: '', files });
    const [page, picture] = await Promise.all(
      playground.tenant.files.map(({ id }) => request(`${url}/playground/api/teams/files/${id}`)),
    );
    expect(await page?.body.text()).toBe('<b>');
    expect(page?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(page?.headers['content-disposition']).toContain('attachment');
    expect(picture?.headers['content-type']).toBe('image/png');
    await picture?.body.dump();
  });

  it('are not found when they are not there', async () => {
    expect((await request(`${url}/playground/api/teams/files/404`)).statusCode).toBe(404);
  });
});
