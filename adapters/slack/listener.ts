import type { ChatEvent } from '../../src/chat/event.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { Log } from '../../src/log.ts';
import type { Answers } from './answers.ts';
import type { Directs } from './directs.ts';
import { FormReply } from './form-reply.ts';
import type { Handle } from './intake.ts';
import { parse } from './parse.ts';
import { usersNamedIn } from './parse-message.ts';
import { type Payload, part, word } from './payload.ts';
import type { Profiles } from './profiles.ts';
import type { Reading } from './reading.ts';
import { SlackTurn } from './turn.ts';

/**
 * The one listener of everything: reads a payload, delivers the turn, answers Slack. An event is answered after it was
 * delivered; who clicks is kept waiting no longer than Slack allows.
 */
export function listener(to: ListenerParts, deliver: (turn: Turn) => Promise<void>): Handle {
  return async (body, answer) => {
    await learn(body, to);
    const event = parse(body, to.reading);
    if (event === undefined) {
      to.log.debug({ type: typeOf(body) }, 'nothing for the desk in a payload of Slack');
      return answer();
    }
    const form = event.kind === 'form' ? new FormReply(body) : undefined;
    const delivered = deliver(new SlackTurn(event, to.answers, form));
    if (body.event !== undefined) return delivered;
    await answeredInTime(event, delivered, to);
    await answer(form?.body);
  };
}

interface ListenerParts {
  readonly reading: Reading;
  readonly answers: Answers;
  readonly profiles: Profiles;
  readonly directs: Directs;
  readonly log: Log;
}

/** Slack waits 3 s. Source: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const patienceMs = 2500;

/** Waits for the handler, or for as long as Slack does; what fails later is the router's to tell. */
async function answeredInTime(event: ChatEvent, delivered: Promise<void>, { log }: ListenerParts): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, patienceMs, 'late');
  });
  const first = await Promise.race([delivered, late]).finally(() => clearTimeout(timer));
  if (first !== 'late') return;
  log.warn({ event: event.id, ms: patienceMs }, 'a click was answered before it was handled');
  delivered.catch(() => undefined);
}

/** What a payload tells beside itself: direct conversations, and the names of who is mentioned. */
async function learn(body: Payload, { reading, directs, profiles }: ListenerParts): Promise<void> {
  const event = part(body, 'event');
  const channel = word(event, 'channel');
  const user = word(event, 'user');
  const isWithOne = event.channel_type === 'im' || event.type === 'app_home_opened';
  if (isWithOne && channel && user && user !== reading.self.user) directs.learn(user, channel);
  const message = event.type === 'message' || event.type === 'app_mention' ? event : part(body, 'message');
  const edited = part(event, 'message');
  const named = message.text || edited.text ? [...usersNamedIn(message), ...usersNamedIn(edited)] : [];
  if (named.length > 0 && body.type !== 'block_actions') await profiles.learn(named, reading.self, 800);
}

function typeOf(body: Payload): string {
  const type = word(part(body, 'event'), 'type') ?? word(body, 'type') ?? (body.command ? 'command' : 'unknown');
  return `${type} ${word(part(body, 'event'), 'subtype') ?? ''}`.trim();
}
