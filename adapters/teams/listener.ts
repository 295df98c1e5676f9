import type { ChatEvent } from '../../src/chat/event.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { Log } from '../../src/log.ts';
import type { Answers } from './answers.ts';
import type { Directs } from './directs.ts';
import type { Answer, Handle } from './intake.ts';
import { InvokeReply } from './invoke-reply.ts';
import { parse } from './parse.ts';
import { quoted, settingOf } from './parse-message.ts';
import type { People } from './people.ts';
import { addressOf, threadIn, userOf } from './place-id.ts';
import { type Reading, sceneOf, tenantOf } from './reading.ts';
import type { Seen } from './seen.ts';
import type { ServiceUrls } from './service-urls.ts';
import { TeamsTurn } from './turn.ts';

/**
 * The one listener of everything: takes note of what an activity tells beside itself, delivers the turn, answers Teams. A
 * message is answered after it was delivered; who clicks is kept waiting no longer than Teams allows.
 */
export function listener(to: ListenerParts, deliver: (turn: Turn) => Promise<void>): Handle {
  return async (activity, isAnonymous) => {
    learn(activity, !isAnonymous, to);
    const event = parse(activity, to.reading);
    const invoke = activity.type === 'invoke' ? replyTo(activity, to) : undefined;
    if (event === undefined) {
      to.log.debug(
        { type: String(activity.type), name: word(activity, 'name') },
        'nothing for the desk in an activity of Teams',
      );
      return invoke ? { status: 200, body: {} } : { status: 200 };
    }
    keep(event, to);
    const delivered = deliver(new TeamsTurn(event, to.answers, invoke));
    if (invoke === undefined) return delivered.then(() => ({ status: 200 }));
    return inTime(event, delivered, invoke, to.log);
  };
}

interface ListenerParts {
  readonly reading: Reading;
  readonly answers: Answers;
  readonly people: People;
  readonly directs: Directs;
  readonly urls: ServiceUrls;
  readonly seen: Seen;
  readonly log: Log;
}

/** Teams waits about 15 s, and what an answer needs after that has to go another way. */
const patienceMs = 10_000;

async function inTime(event: ChatEvent, delivered: Promise<void>, invoke: InvokeReply, log: Log): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, patienceMs, true);
  });
  const isLate = await Promise.race([delivered.then(() => false), late]).finally(() => clearTimeout(timer));
  if (isLate) {
    log.warn({ event: event.id, ms: patienceMs }, 'a click was answered before it was handled');
    delivered.catch(() => undefined); // the router has told of it; Teams has its answer
  }
  return invoke.answer();
}

function replyTo(activity: Payload, { reading, people }: ListenerParts): InvokeReply {
  return new InvokeReply(activity, tenantOf(activity, reading), (person) => people.nameOf(person));
}

/** Where the connector is, who somebody is, and which conversation is theirs. */
function learn(activity: Payload, isVerified: boolean, { reading, people, directs, urls }: ListenerParts): void {
  const tenant = tenantOf(activity, reading);
  const { conversation } = threadIn(word(part(activity, 'conversation'), 'id') ?? '');
  const team =
    word(part(part(activity, 'channelData'), 'team'), 'id') ?? word(part(activity, 'channelData'), 'teamsTeamId');
  const url = word(activity, 'serviceUrl');
  if (url && conversation) urls.learn({ tenant, conversation, team }, { url, isVerified });
  const scene = sceneOf(activity, reading);
  if (scene === undefined) return;
  people.learn(scene.person, activity, scene);
  if (settingOf(activity) !== 'direct') return;
  const isGone = activity.type === 'installationUpdate' && word(activity, 'action')?.startsWith('remove');
  if (isGone) directs.forget(tenant, userOf(scene.person));
  else directs.learn(tenant, addressOf(scene.person).conversation, conversation);
}

/** The connector cannot be asked for a message later. */
function keep(event: ChatEvent, { seen }: ListenerParts): void {
  if (event.kind !== 'message') return;
  if (event.change === 'deleted') seen.forget(event.message);
  else seen.keep(quoted(event));
}
