import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';

let now = Date.parse('2026-05-04T08:00:00Z');
let slack: Awaited<ReturnType<typeof aSlackWorkspace>>;
beforeEach(async () => {
  slack = await aSlackWorkspace({ pace: 'slack', clock: { now: () => new Date(now) } });
});
afterEach(() => slack.stop());

async function call(method: string, args: Record<string, string> = {}): Promise<number | string> {
  const body = new URLSearchParams({ token: slack.botToken, ...args });
  const response = await fetch(slack.apiUrl + method, { method: 'POST', body });
  return response.status === 429 ? `429 after ${response.headers.get('retry-after')}` : response.status;
}

const post = (channel: string) => call('chat.postMessage', { channel, text: 'x' });

describe("Slack's pace", () => {
  it('is a message a second in a channel, with a short burst, and each channel for itself', async () => {
    for (let sent = 0; sent < 5; sent += 1) expect(await post('C0HELPIT')).toBe(200);
    expect(await post('C0HELPIT')).toBe('429 after 1');
    expect(await post('C0GENERAL')).toBe(200);
    now += 1000;
    expect(await post('C0HELPIT')).toBe(200);
    expect(await post('C0HELPIT')).toBe('429 after 1');
  });

  it('is a tier a minute for every other method', async () => {
    for (let asked = 0; asked < 20; asked += 1) expect(await call('users.list')).toBe(200);
    expect(await call('users.list')).toBe('429 after 3');
    expect(await call('users.info', { user: 'U0DANA' })).toBe(200);
    now += 60_000;
    expect(await call('users.list')).toBe(200);
  });
});
