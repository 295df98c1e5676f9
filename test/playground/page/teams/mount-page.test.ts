import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { aServedPage, type ServedPage } from '../a-page.ts';

const desk = {
  people: { admins: [], managers: [] },
  teams: [{ id: 'it', name: 'IT', agents: ['ben@example.com'], leads: [], triage: { teams: 'IT / Triage' } }],
  services: [],
  channels: [],
};

let page: ServedPage;
beforeEach(async () => {
  page = await aServedPage(desk);
});
afterEach(() => page.stop());

const acts = (body: object, headers: Record<string, string> = {}) =>
  page.acts('teams/acts', { as: who('dana'), ...body }, headers);
const who = (name: string) => page.playground.tenant.person(name).id;
const general = () => page.playground.tenant.place('Company/General').id;
const triage = () => page.playground.tenant.place('IT/Triage').id;

describe('acts in Teams', () => {
  it('are done in the tenant', async () => {
    expect((await acts({ do: 'say', place: general(), text: 'hello' })).status).toBe(200);
    const [message] = page.playground.tenant.messages(general());
    expect(message).toMatchObject({ from: who('dana'), text: 'hello' });
    await acts({ do: 'react', place: general(), post: message?.id, reaction: 'heart' });
    await acts({ do: 'edit', place: general(), post: message?.id, text: 'hello all' });
    expect(page.playground.tenant.messages(general())).toMatchObject([
      { text: 'hello all', reactions: [{ type: 'heart', personId: who('dana') }] },
    ]);
    await acts({ do: 'delete', place: general(), post: message?.id });
    expect(page.playground.tenant.messages(general())).toEqual([]);
    await acts({ do: 'undelete', place: general(), post: message?.id });
    expect(page.playground.tenant.messages(general())).toHaveLength(1);
  });

  it('say when nobody took them', async () => {
    const { body } = await acts({ do: 'say', place: page.playground.tenant.chatOf('dana'), text: 'help' });
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
    expect(page.playground.tenant.messages(general())).toEqual([]);
  });
});

describe('files in Teams', () => {
  it('come back as they were sent, pictures to be seen, all else to be kept', async () => {
    const files = ['a.html', 'b.png'].map((name) => ({ name, base64: Buffer.from('<b>').toString('base64') }));
    await acts({ do: 'say', place: general(), text: '', files });
    const [html, picture] = await Promise.all(
      page.playground.tenant.files.map(({ id }) => request(`${page.url}/playground/api/teams/files/${id}`)),
    );
    expect(await html?.body.text()).toBe('<b>');
    expect(html?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(html?.headers['content-disposition']).toContain('attachment');
    expect(picture?.headers['content-type']).toBe('image/png');
    await picture?.body.dump();
  });

  it('are not found when they are not there', async () => {
    expect((await request(`${page.url}/playground/api/teams/files/404`)).statusCode).toBe(404);
  });
});
