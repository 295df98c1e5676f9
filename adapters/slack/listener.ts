import { type Payload, part, word } from '../../src/chat/payload.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { Log } from '../../src/log.ts';
import type { Answers } from './answers.ts';
import type { Directs } from './directs.ts';
import { FormReply } from './form-reply.ts';
import type { Handle } from './intake.ts';
import { parse } from './parse.ts';
import { isByPerson, usersNamedIn } from './parse-message.ts';
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
    const isLate = await isLateFor(delivered);
    if (isLate) to.log.warn({ event: event.id, ms: patienceMs }, 'a click was answered before it was handled');
    await answer(form?.body);
    if (isLate) await delivered.catch(() => undefined); // the router has told of it; Slack has its answer
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

/** Waits for the handler, but not longer than Slack waits. */
async function isLateFor(delivered: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, patienceMs, true);
  });
  return Promise.race([delivered.then(() => false), late]).finally(() => clearTimeout(timer));
}

/** What a payload tells beside itself: direct conversations, and the names of who is mentioned. */
async function learn(body: Payload, { reading, directs, profiles }: ListenerParts): Promise<void> {
  const event = part(body, 'event');
  const channel = word(event, 'channel');
  const user = word(event, 'user');
  const isWithOne = event.channel_type === 'im' || event.type === 'app_home_opened';
  if (isWithOne && channel && user && user !== reading.self.user) directs.learn(user, channel);
  const named = saidIn(body, event).filter(isByPerson).flatMap(usersNamedIn);
  if (named.length > 0) await profiles.learn(named, reading.self, namesMs);
}

/** Names are a courtesy: no longer than this does a message wait for them. */
const namesMs = 800;

/** The messages of a payload whose words the desk will read. */
function saidIn(body: Payload, event: Payload): readonly Payload[] {
  if (body.type === 'message_action') return [part(body, 'message')];
  if (event.type !== 'message' && event.type !== 'app_mention') return [];
  return [event.subtype === 'message_changed' ? part(event, 'message') : event];
}

function typeOf(body: Payload): string {
  const type = word(part(body, 'event'), 'type') ?? word(body, 'type') ?? (body.command ? 'command' : 'unknown');
  return `${type} ${word(part(body, 'event'), 'subtype') ?? ''}`.trim();
}
