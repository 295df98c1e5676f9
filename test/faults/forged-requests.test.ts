import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Log } from '../../src/log.ts';
import { aSlackStage, type SlackStage } from '../scenarios/kit/slack-stage.ts';

/** Stands in everything that is sent, and must stand nowhere else. */
const secretWords = 'the-vpn-of-the-board';

const lines: { readonly facts: unknown; readonly line: string }[] = [];
const keep = (facts: unknown, line: string) => void lines.push({ facts, line });
const log: Log = { debug: () => {}, info: keep, warn: keep, error: keep };

let stage: SlackStage;

beforeAll(async () => {
  stage = await aSlackStage({ log });
});
afterAll(() => stage.close());

interface Request {
  readonly path?: string;
  readonly body: string;
  readonly secret?: string;
  readonly isUnsigned?: boolean;
  readonly sentAtSeconds?: number;
  readonly headers?: Record<string, string>;
}

const json = { 'content-type': 'application/json' };
const event = (text: string) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T0EXAMPLE',
    event_id: `Ev${text.length}`,
    event: { type: 'message', channel_type: 'im', channel: stage.slack.dmOf('dana'), user: 'U0DANA', ts: '1.2', text },
  });

async function send({ path = '/slack/events', body, headers = json, ...how }: Request): Promise<number> {
  const signature = how.isUnsigned ? {} : signed(body, how);
  const answer = await fetch(`${stage.app.url}${path}`, {
    method: 'POST',
    headers: { ...headers, ...signature },
    body,
  });
  return answer.status;
}

function signed(body: string, { secret, sentAtSeconds }: Pick<Request, 'secret' | 'sentAtSeconds'>) {
  const seconds = sentAtSeconds ?? Math.floor(Date.now() / 1000);
  const hash = createHmac('sha256', secret ?? stage.slack.signingSecret).update(`v0:${seconds}:${body}`);
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash.digest('hex')}` };
}

const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const refused: readonly [string, number, () => Request][] = [
  ['signed with another secret', 401, () => ({ body: event(secretWords), secret: 'guessed' })],
  ['not signed at all', 401, () => ({ body: event(secretWords), isUnsigned: true })],
  ['signed six minutes ago', 401, () => ({ body: event(secretWords), sentAtSeconds: minutesAgo(6) })],
  ['signed for six minutes from now', 401, () => ({ body: event(secretWords), sentAtSeconds: minutesAgo(-6) })],
  ['sent to another path', 404, () => ({ body: event(secretWords), path: '/slack/nothing' })],
  ['of two megabytes', 413, () => ({ body: event(`${secretWords} ${'x'.repeat(2 * 1024 * 1024)}`) })],
  ['no JSON', 400, () => ({ body: `{"text": "${secretWords}` })],
  ['JSON, but no object', 400, () => ({ body: `["${secretWords}"]` })],
  ['a form whose payload is no JSON', 400, () => ({ body: `payload={"text":${secretWords}`, headers: form })],
];

describe('a request that is', () => {
  it.each(refused)(
    '%s is refused with %i, stored nowhere, and one line is logged without its words',
    async (_, status, request) => {
      lines.length = 0;
      expect(await send(request())).toBe(status);
      await stage.settled();

      expect(lines).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toContain(secretWords);
      expect(JSON.stringify(lines)).not.toContain(stage.slack.signingSecret);
      expect(await stage.pending()).toBe(0);
      expect(stage.posted()).toEqual([]);
      await expect(stage.desk.ticketStore.find('INC-1')).resolves.toBeUndefined();
    },
  );

  it('signed as it should be is taken, and its words are not logged either', async () => {
    lines.length = 0;
    expect(await send({ body: event(secretWords) })).toBe(200);
    await stage.settled();

    await expect(stage.desk.ticketStore.find('INC-1')).resolves.toMatchObject({ description: secretWords });
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain(secretWords);
  });
});
