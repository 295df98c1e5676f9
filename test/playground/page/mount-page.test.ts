import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { aServedPage, type ServedPage } from './a-page.ts';

const desk = {
  people: { admins: [], managers: [] },
  teams: [{ id: 'it', name: 'IT', agents: ['ben@example.com'], leads: [], triage: { slack: '#it-triage' } }],
  services: [],
  channels: [],
};

let page: ServedPage;
beforeEach(async () => {
  page = await aServedPage(desk);
});
afterEach(() => page.stop());

const acts = (body: unknown, headers: Record<string, string> = {}) => page.acts('acts', body, headers);
const hello = { do: 'say', as: 'U0DANA', channel: 'C0GENERAL', text: 'hello' };

describe("the page's acts", () => {
  it('are done in the workspace', async () => {
    expect((await acts(hello)).status).toBe(200);
    expect(page.playground.workspace.messages('#general')).toMatchObject([{ user: 'U0DANA', text: 'hello' }]);
  });

  it('say when nobody took them', async () => {
    const { body } = await acts({ ...hello, channel: 'C0GENERAL' });
    expect(body.trouble).toMatch(/did not take “message” \(not_connected\)/);
  });

  it.each([
    ['bad JSON', '{', 400, 'no JSON'],
    ['an unknown act', { do: 'fly', as: 'U0DANA' }, 400, 'do'],
    ['somebody who is not there', { ...hello, as: 'U0NOBODY' }, 409, 'U0NOBODY'],
    ['a channel one is not in', { ...hello, channel: 'C0ITTRIAGE' }, 409, 'not in'],
    ['nothing to say', { ...hello, text: '  ' }, 409, 'nothing to send'],
    [
      'a click in a message that is gone',
      { do: 'click', as: 'U0DANA', on: { channel: 'C0GENERAL', ts: '1.000000' }, action: 'x' },
      409,
      'no longer',
    ],
    ['a form that is not open', { do: 'submit', as: 'U0DANA', view: 'V1', values: {} }, 409, 'no longer open'],
  ])('refuse %s with words', async (_, body, status, words) => {
    expect(await acts(body)).toEqual({ status, body: { error: expect.stringContaining(words) } });
  });

  it('refuse a body that is too large', async () => {
    const { status } = await acts(`"${'x'.repeat(37 * 1024 * 1024)}"`);
    expect(status).toBe(413);
  });

  it('refuse a click on what only others see', async () => {
    await acts({ ...hello, as: 'U0BEN', channel: 'C0ITTRIAGE', text: 'internal' });
    const ts = page.playground.workspace.messages('#it-triage')[0]?.ts;
    const { status, body } = await acts({ do: 'raise', as: 'U0DANA', channel: 'C0ITTRIAGE', ts });
    expect([status, body.error]).toEqual([409, 'Dana Novak is not in #it-triage.']);
  });

  it('are refused to other pages and other names, whatever they ask', async () => {
    expect((await acts(hello, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await acts(hello, { host: 'evil.example' })).status).toBe(403);
    expect((await request(`${page.url}/playground/api/stream`, { headers: { host: 'evil.example' } })).statusCode).toBe(
      403,
    );
    expect(page.playground.workspace.messages('#general')).toEqual([]);
  });
});

describe("the page's files", () => {
  it('come back as they were sent, pictures to be seen, all else to be kept', async () => {
    const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
    await acts({ ...hello, files: [{ name: 'a.html', base64 }] });
    const [file] = page.playground.workspace.files;
    const { headers, body } = await request(`${page.url}/playground/api/files/${file?.id}`);
    expect(await body.text()).toBe('<script>alert(1)</script>');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toContain('attachment');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('are not found when they are not there', async () => {
    expect((await request(`${page.url}/playground/api/files/F404`)).statusCode).toBe(404);
  });
});

describe('the page itself', () => {
  it('is served under a policy that lets nothing in from elsewhere', async () => {
    const { statusCode, headers } = await request(page.url);
    expect([200, 503]).toContain(statusCode);
    expect(headers['content-security-policy']).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
  });
});
