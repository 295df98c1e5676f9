import type { Log } from '../../src/log.ts';
import { Answers } from './answers.ts';
import { Conversations } from './conversations.ts';
import { Directs } from './directs.ts';
import { Files } from './files.ts';
import { History } from './history.ts';
import { HttpDoor } from './http-door.ts';
import { Intake } from './intake.ts';
import { type RetryPolicy, retryPolicy, type SlackOptions } from './options.ts';
import { Posting } from './posting.ts';
import { Profiles } from './profiles.ts';
import { Queues } from './queues.ts';
import type { Reading, Self } from './reading.ts';
import { SocketDoor } from './socket-door.ts';
import { Transport } from './transport.ts';
import { WebClient } from './web-client.ts';

/** The parts of the adapter, each built once. */
export interface Wiring {
  readonly log: Log;
  readonly policy: RetryPolicy;
  readonly transport: Transport;
  readonly queues: Queues;
  readonly directs: Directs;
  readonly history: History;
  readonly posting: Posting;
  readonly answers: Answers;
  readonly files: Files;
  readonly profiles: Profiles;
  readonly conversations: Conversations;
  readonly intake: Intake;
  readonly http?: HttpDoor;
  readonly socket?: SocketDoor;
  readonly readingFor: (self: Self) => Reading;
}

/**
 * Builds them from the options.
 * @throws RangeError when no way in is configured
 */
export function wire(options: SlackOptions): Wiring {
  const { botToken: token, apiUrl, log, now = () => new Date() } = options;
  const policy: RetryPolicy = { ...retryPolicy, ...options.retry };
  const client = new WebClient({ apiUrl, token, timeoutMs: policy.timeoutMs, onCall: options.onCall });
  const transport = new Transport(client, policy, options.onTrouble);
  const queues = new Queues(options.messagesPerSecond);
  const directs = new Directs(transport);
  const history = new History(transport, now);
  const posting = new Posting({ transport, queues, directs, history });
  const profiles = new Profiles(transport);
  const doors = doorsOf(options, { client, now });
  return {
    log,
    policy,
    transport,
    queues,
    directs,
    history,
    posting,
    profiles,
    answers: new Answers(transport, posting, log),
    files: new Files({ transport, posting, directs, history, token, apiUrl }),
    conversations: new Conversations(transport, directs, now),
    ...doors,
    readingFor: (self) => ({
      self,
      now,
      reaction: options.reaction,
      countsBots: options.countsBots,
      nameOf: (id) => profiles.nameOf(id),
      directOf: (user) => directs.known(user),
    }),
  };
}

function doorsOf(options: SlackOptions, to: { client: WebClient; now: () => Date }): Doors {
  const { signingSecret, appToken, apiUrl, log, onTrouble } = options;
  if (!signingSecret && !appToken) {
    throw new RangeError('Slack needs a signing secret (HTTP) or an app token (Socket Mode).');
  }
  const intake = new Intake(log);
  return {
    intake,
    ...(signingSecret && { http: new HttpDoor({ signingSecret, intake, log, now: to.now }) }),
    ...(appToken && {
      socket: new SocketDoor({ appToken, apiUrl, dispatcher: to.client.agent, intake, log, onTrouble }),
    }),
  };
}
type Doors = Pick<Wiring, 'intake' | 'http' | 'socket'>;
