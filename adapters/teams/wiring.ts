import type { Log } from '../../src/log.ts';
import { Answers } from './answers.ts';
import { Bot } from './bot.ts';
import { Channels } from './channels.ts';
import { Connector } from './connector.ts';
import { ConnectorClient } from './connector-client.ts';
import { Directs } from './directs.ts';
import { FileLinks } from './file-links.ts';
import { Files } from './files.ts';
import { HttpDoor } from './http-door.ts';
import { Intake } from './intake.ts';
import { type RetryPolicy, retryPolicy, type TeamsOptions, tenantWindows, threadWindows } from './options.ts';
import { Pace } from './pace.ts';
import { People } from './people.ts';
import { Posted } from './posted.ts';
import { Posting } from './posting.ts';
import { Queues } from './queue.ts';
import type { Reading } from './reading.ts';
import { Seen } from './seen.ts';
import { ServiceUrls } from './service-urls.ts';
import { Tokens } from './tokens.ts';
import { Transport } from './transport.ts';
import { Typing } from './typing.ts';
import { repliesIn } from './where.ts';

/** The parts of the adapter, each built once. */
export interface Wiring {
  /** The one that is configured. */
  readonly tenantId: string | undefined;
  readonly log: Log;
  readonly policy: RetryPolicy;
  readonly transport: Transport;
  readonly queues: Queues;
  readonly directs: Directs;
  readonly people: People;
  readonly channels: Channels;
  readonly posting: Posting;
  readonly answers: Answers;
  readonly files: Files;
  /** Left out where browsers cannot reach the desk. */
  readonly links: FileLinks | undefined;
  readonly typing: Typing;
  readonly urls: ServiceUrls;
  readonly seen: Seen;
  readonly intake: Intake;
  /** Left out where there is no app id. */
  readonly bot: Bot | undefined;
  readonly door: HttpDoor;
  readonly reading: Reading;
}

/**
 * Builds them from the options.
 * @throws RangeError when nobody could check who speaks: empty credentials never mean that everybody may
 */
export function wire(options: TeamsOptions): Wiring {
  const { log, now, tenantId, allowAnonymous = false } = options;
  const policy: RetryPolicy = { ...retryPolicy, ...options.retry };
  const identity = identityOf(options);
  const client = new ConnectorClient({ timeoutMs: policy.timeoutMs, onCall: options.onCall });
  const tokens = new Tokens(client, identity && { ...identity, scope: identity.oauthScope });
  const pace = new Pace(options.windows ?? threadWindows, tenantWindows);
  const transport = new Transport({ client, tokens, pace, policy, onTrouble: options.onTrouble });
  const urls = new ServiceUrls(options.serviceUrlFile);
  const connector = new Connector(transport, urls);
  const directs = new Directs(connector, () => identity && `28:${identity.appId}`);
  const people = new People(connector, directs);
  const queues = new Queues();
  const typing: Typing = new Typing(
    async (event): Promise<string> => connector.send(await posting.where(repliesIn(event)), { type: 'typing' }),
  );
  const posted = new Posted(options.postedFile, { now, log });
  const posting: Posting = new Posting({ connector, queues, directs, people, typing, posted });
  const links = options.fileLinks && new FileLinks({ ...options.fileLinks, now });
  const intake = new Intake();
  const bot = identity && new Bot(identity);
  return {
    tenantId: tenantId?.toLowerCase(),
    ...{ log, policy, transport, queues, directs, people, posting, typing, urls, intake },
    channels: new Channels(connector, urls, people),
    answers: new Answers(posting, log),
    files: new Files({ connector, transport, posting, urls, links }),
    links,
    seen: new Seen(),
    bot,
    door: new HttpDoor({ intake, bot, tenantId, allowAnonymous, log }),
    reading: { now, reaction: options.reaction, tenant: tenantId?.toLowerCase() ?? 'local' },
  };
}

function identityOf(options: TeamsOptions) {
  const { appId, appPassword, tenantId, allowAnonymous } = options;
  if (appId && appPassword) {
    return {
      ...{ appId, appPassword, tenantId },
      loginUrl: options.loginUrl ?? `https://login.microsoftonline.com/${tenantId ?? 'botframework.com'}`,
      oauthScope: options.oauthScope ?? 'https://api.botframework.com',
      tokenIssuer: options.tokenIssuer ?? 'https://api.botframework.com',
      openIdMetadataUrl:
        options.openIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    };
  }
  if (allowAnonymous && !appId && !appPassword) return undefined;
  throw new RangeError(
    'Teams needs an app id and its password; only a local test client may do without (TEAMS_ALLOW_ANONYMOUS).',
  );
}
