import { createHmac, randomUUID } from 'node:crypto';

export const signingSecret = 'bench-signing-secret';
export const team = 'T0BENCH';
export const agent = 'U0BEN';
export const triage = 'C0TRIAGE';

/** Requests as Slack sends them, signed beforehand so that signing is no part of the measurement. */
export type Load = readonly SignedRequest[];
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An agents' card in the triage channel. */
export interface Card {
  readonly key: string;
  readonly ts: string;
}

/** One click on *Claim* for each card. */
export function claims(cards: readonly Card[]): Load {
  return cards.map(({ key, ts }, index) => {
    const payload = {
      type: 'block_actions',
      user: { id: agent, username: 'ben', name: 'ben', team_id: team },
      api_app_id: 'A0BENCH',
      token: 'none',
      container: { type: 'message', message_ts: ts, channel_id: triage, is_ephemeral: false },
      trigger_id: `${Date.now()}.${index}.${randomUUID()}`,
      team: { id: team, domain: 'bench' },
      channel: { id: triage, name: 'it-triage' },
      message: { type: 'message', user: 'U0DESK', bot_id: 'B0DESK', ts, text: key, blocks: [] },
      state: { values: {} },
      response_url: 'https://hooks.slack.com/actions/none',
      actions: [
        {
          type: 'button',
          action_id: 'ticket.claim:0',
          block_id: 'b',
          text: { type: 'plain_text', text: 'Claim' },
          value: key,
          action_ts: `${Date.now() / 1000}`,
        },
      ],
    };
    return signed('application/x-www-form-urlencoded', `payload=${encodeURIComponent(JSON.stringify(payload))}`);
  });
}

let sequence = 0;

/** Each from a person of their own conversation, each an issue. */
export function directMessages(count: number): Load {
  return Array.from({ length: count }, () => {
    sequence += 1;
    const person = sequence % 200;
    const ts = `${1_700_000_000 + sequence}.000100`;
    const event = {
      type: 'message',
      channel: `D${String(person).padStart(8, '0')}`,
      channel_type: 'im',
      user: `U${String(person).padStart(8, '0')}`,
      text: `The printer on floor ${sequence % 9} prints nothing but blank pages, job ${sequence}`,
      ts,
      event_ts: ts,
      team,
      client_msg_id: randomUUID(),
    };
    const body = {
      type: 'event_callback',
      token: 'none',
      team_id: team,
      api_app_id: 'A0BENCH',
      event,
      event_id: `Ev${sequence}`,
      event_time: 1_700_000_000 + sequence,
      authorizations: [{ team_id: team, user_id: 'U0DESK', is_bot: true }],
    };
    return signed('application/json', JSON.stringify(body));
  });
}

function signed(contentType: string, body: string): SignedRequest {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  return { headers, body };
}
