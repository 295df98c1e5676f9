import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { impatient } from './a-bolt-app.ts';
import { aWorkspaceWithPlainApp } from './an-app-of-ones-own.ts';

let now = Date.parse('2026-05-04T08:00:00Z');
let world: Awaited<ReturnType<typeof aWorkspaceWithPlainApp>>;
let client: WebClient;
beforeEach(async () => {
  world = await aWorkspaceWithPlainApp({ clock: { now: () => new Date(now) } });
  client = new WebClient(world.slack.botToken, { slackApiUrl: world.slack.apiUrl, ...impatient });
});
afterEach(() => world.close());

const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
};

async function respond(body: object): Promise<{ status: number; error?: string }> {
  const url = String(world.heard.findLast(({ payload }) => payload.response_url)?.payload.response_url);
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, ...((await response.json()) as { error?: string }) };
}

/** A card with a button on which Ben has clicked. */
async function aClickedCard(): Promise<string> {
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0HELPIT', text: 'card', blocks: [button] });
  const card = world.slack.message('#help-it', ts);
  if (card) await world.slack.clicks('ben', card, 'Go');
  return ts;
}

describe('a response_url', () => {
  it('whispers to the person who acted, unless told to speak up', async () => {
    const ts = await aClickedCard();
    await respond({ text: 'for you' });
    await respond({ text: 'for all', response_type: 'in_channel', thread_ts: ts });
    expect(world.slack.ephemerals('ben').map(({ text }) => text)).toEqual(['for you']);
    expect(world.slack.ephemerals('dana')).toEqual([]);
    expect(world.slack.messages('#help-it', { threadTs: ts }).map(({ text }) => text)).toEqual(['card', 'for all']);
  });

  it('replaces or deletes the message that was clicked', async () => {
    const ts = await aClickedCard();
    await respond({ text: 'done', replace_original: true });
    expect(world.slack.message('#help-it', ts)).toMatchObject({ text: 'done' });
    await respond({ delete_original: true });
    expect(world.slack.message('#help-it', ts)).toBeUndefined();
    expect(await respond({ delete_original: true })).toMatchObject({ status: 400, error: 'message_not_found' });
  });

  it('replaces and deletes what only one person sees, which nothing else can', async () => {
    const { slack, heard } = world;
    await client.chat.postEphemeral({ channel: 'C0HELPIT', user: 'U0DANA', text: 'psst', blocks: [button] });
    const [whisper] = slack.ephemerals('dana');
    if (!whisper) throw new Error('no whisper');
    await slack.clicks('dana', whisper, 'Go');
    const click = heard.find(({ payload }) => payload.type === 'block_actions')?.payload;
    expect(click).toMatchObject({ container: { is_ephemeral: true, message_ts: whisper.ts } });
    expect(click).not.toHaveProperty('message');
    await respond({ text: 'done', replace_original: true });
    expect(slack.ephemerals('dana')).toMatchObject([{ text: 'done' }]);
    await respond({ delete_original: true });
    expect(slack.ephemerals('dana')).toEqual([]);
  });

  it('works five times', async () => {
    await aClickedCard();
    for (let use = 1; use <= 5; use += 1) expect(await respond({ text: String(use) })).toMatchObject({ status: 200 });
    expect(await respond({ text: '6' })).toEqual({ ok: false, status: 404, error: 'used_url' });
  });

  it('works for half an hour', async () => {
    await aClickedCard();
    now += 30 * 60_000;
    expect(await respond({ text: 'late' })).toMatchObject({ status: 200 });
    now += 1;
    expect(await respond({ text: 'too late' })).toMatchObject({ status: 404, error: 'expired_url' });
  });

  it('refuses what a message may not be', async () => {
    await aClickedCard();
    expect(await respond({ text: 'x', blocks: [{ type: 'poem' }] })).toMatchObject({
      status: 400,
      error: 'invalid_blocks',
    });
    expect(await respond({ tekst: 'x' })).toMatchObject({ status: 400, error: 'invalid_arguments' });
  });
});
