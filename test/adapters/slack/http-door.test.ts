import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpDoor } from '../../../adapters/slack/http-door.ts';
import { type Handle, Intake } from '../../../adapters/slack/intake.ts';
import type { Payload } from '../../../src/chat/payload.ts';
import { silentLog } from '../../../src/log.ts';
import { aRecordingLog, serve, urlOf } from './connected-desk.ts';

const signingSecret = 'a signing secret of the tests';
const event = { type: 'event_callback', event_id: 'Ev1', event: { type: 'message', text: 'the words of Dana' } };

let handled: Payload[];
let handle: Handle;
let lines: ReturnType<typeof aRecordingLog>['lines'];
let intake: Intake;
let server: Server;

beforeEach(async () => {
  const recording = aRecordingLog();
  ({ lines } = recording);
  handled = [];
  handle = async () => {};
  intake = new Intake(silentLog);
  intake.open(async (body, answer) => {
    handled.push(body);
    await handle(body, answer);
  });
  const door = new HttpDoor({ signingSecret, intake, log: recording.log, now: () => new Date() });
  const routes = [{ method: 'post', path: '/slack/events', handle: (q: never, s: never) => void door.handle(q, s) }];
  server = await serve({ routes } as never);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function signed(body: string, { secret = signingSecret, ageSeconds = 0 } = {}): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

async function post(body: string, headers: Record<string, string>, type = 'application/json') {
  const url = `${urlOf(server)}/slack/events`;
  return fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
}

describe('a request to the address of Slack', () => {
  it.each([
    ['with a forged signature', 401, (body: string) => signed(body, { secret: 'a guess' })],
    ['older than five minutes', 401, (body: string) => signed(body, { ageSeconds: 400 })],
    ['from the future', 401, (body: string) => signed(body, { ageSeconds: -400 })],
    ['without a signature', 401, () => ({})],
    [
      'with a timestamp that is none',
      401,
      (body: string) => ({ ...signed(body), 'x-slack-request-timestamp': 'soon' }),
    ],
    [
      'with another version of signature',
      401,
      (body: string) => {
        const headers = signed(body);
        return { ...headers, 'x-slack-signature': headers['x-slack-signature']?.replace('v0=', 'v1=') ?? '' };
      },
    ],
  ])('%s is refused, logged once and not delivered', async (_, status, headers) => {
    const body = JSON.stringify(event);

    const response = await post(body, headers(body));

    expect(response.status).toBe(status);
    expect(handled).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('Dana');
  });

  it.each(['{"text":"the words of Dana"', '"the words of Dana"', 'null', ''])(
    'whose signed body is no JSON object (%j) gets 400',
    async (body) => {
      const response = await post(body, signed(body));

      expect(response.status).toBe(400);
      expect(handled).toEqual([]);
      expect(lines).toMatchObject([{ level: 'warn', facts: { status: 400 } }]);
      expect(JSON.stringify(lines)).not.toContain('Dana');
    },
  );

  it('with a body of 2 MB gets 413', async () => {
    const body = JSON.stringify({ ...event, padding: 'x'.repeat(2 * 1024 * 1024) });

    const response = await post(body, signed(body));

    expect(response.status).toBe(413);
    expect(handled).toEqual([]);
    expect(lines).toMatchObject([{ level: 'warn', facts: { status: 413 } }]);
  });

  it('gets 413, too, when it does not say how long it is', async () => {
    const answer = await raw(
      'POST /slack/events HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n' +
        `${(600 * 1024).toString(16)}\r\n${'x'.repeat(600 * 1024)}\r\n`.repeat(2),
    );

    expect(answer).toContain('413');
    expect(handled).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it('is answered with the challenge when Slack verifies the address', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });

    const response = await post(body, signed(body));

    expect(await response.json()).toEqual({ challenge: 'c' });
    expect(handled).toEqual([]);
  });

  it('answers a check of the certificate without delivering what is smuggled along', async () => {
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(JSON.stringify(event))}`;

    const response = await post(smuggled, {}, 'application/x-www-form-urlencoded');

    expect(response.status).toBe(200);
    expect(handled).toEqual([]);
  });

  it('is answered only after the event was handled', async () => {
    const order: string[] = [];
    handle = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('handled');
    };
    const body = JSON.stringify(event);

    const response = await post(body, signed(body));
    order.push('answered');

    expect(response.status).toBe(200);
    expect(order).toEqual(['handled', 'answered']);
  });

  it('gets 500 when the desk could not take it, so that Slack comes again', async () => {
    handle = async () => {
      throw new Error('the store is away');
    };
    const body = JSON.stringify(event);

    expect((await post(body, signed(body))).status).toBe(500);
  });

  it('gets 503 before the desk is ready and after it has stopped', async () => {
    await intake.close();
    const body = JSON.stringify(event);

    expect((await post(body, signed(body))).status).toBe(503);
    expect(handled).toEqual([]);
  });

  it.each([
    { type: 'block_actions', actions: 7 },
    { type: 'view_submission' },
    { event: null },
    { type: 'something_new', user: { id: 'U1' } },
    { event: { type: 'message' }, authorizations: [null] },
    { type: 'block_suggestion', user: { id: 'U1' }, team: null },
  ])('that is shaped like nothing known (%j) is acknowledged and leaves the desk as it is', async (payload) => {
    const body = JSON.stringify(payload);

    expect((await post(body, signed(body))).status).toBe(200);
  });
});

/** Writes bytes as they are, reads until the answer's first line. */
function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(urlOf(server));
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
