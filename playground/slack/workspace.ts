import { randomBytes } from 'node:crypto';
import { AppEvents } from './app-events.ts';
import { Changes } from './changes.ts';
import { ChannelChanges } from './channel-changes.ts';
import { type ChannelSeed, Channels } from './channels.ts';
import { type Clock, machineClock } from './clock.ts';
import { defaultChannels, defaultPeople } from './default-seeds.ts';
import { Deliveries } from './delivery/deliveries.ts';
import { Roads } from './delivery/roads.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Ids } from './ids.ts';
import { Membership } from './membership.ts';
import { Messages } from './messages.ts';
import type { Identity } from './model.ts';
import { Pace } from './pace.ts';
import type { Parts } from './parts.ts';
import { People, type PersonSeed } from './people.ts';
import { Reactions } from './reactions.ts';
import { ResponseUrls } from './response-urls.ts';
import { SlackWorkspace } from './slack-workspace.ts';
import { SocketRoads } from './socket/socket-roads.ts';
import { Talk } from './talk.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { HttpServer } from './web-api/http-server.ts';

/** How a workspace can differ from the one that everybody gets. */
export interface SlackWorkspaceOptions {
  /** TCP port on 127.0.0.1; any free one when left out. */
  readonly port?: number;
  readonly people?: readonly PersonSeed[];
  readonly channels?: readonly ChannelSeed[];
  readonly clock?: Clock;
  /** `slack` counts calls and answers 429 as Slack does; `off` when left out. */
  readonly pace?: 'off' | 'slack';
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  /** What the bot token may do, as in the app's manifest; everything when left out. */
  readonly scopes?: readonly string[];
  /** The events the app subscribed to, as in its manifest (`message.channels`); all when left out. */
  readonly events?: readonly string[];
  /** How long Slack waits for an answer, in milliseconds; 3000 when left out. */
  readonly timeoutMs?: number;
  /** Pauses before the first, second and third retry of an event; at once, a minute, five minutes when left out. */
  readonly retryDelaysMs?: readonly number[];
  /** How many calls and deliveries are kept on record, the latest; 50,000 when left out. */
  readonly remember?: number;
  /** The same seed plays the same faults. */
  readonly faultSeed?: number;
}

const defaultMemory = 50_000;

/**
 * Starts a Slack workspace of one's own on 127.0.0.1: an app talks to it as to slack.com, and people are acted by calls
 * such as `says` and `clicks`.
 */
export async function aSlackWorkspace(options: SlackWorkspaceOptions = {}): Promise<SlackWorkspace> {
  const clock = options.clock ?? machineClock;
  const timeoutMs = options.timeoutMs ?? 3000;
  const faults = new Faults(options.faultSeed ?? 1);
  const identity = identityFrom(options);
  const changes = new Changes();
  const sockets = new SocketRoads({ appId: identity.appId, changes, timeoutMs });
  const roads = new Roads({ sockets, signingSecret: identity.signingSecret, timeoutMs });
  const server = new HttpServer({
    slack: () => parts,
    faults,
    remember: options.remember ?? defaultMemory,
    pace: options.pace === 'slack' ? new Pace(clock) : undefined,
    onUpgrade: (request, socket) => sockets.accept(request, socket),
  });
  const parts: Parts = assemble(options, { clock, identity, changes, server, sockets, roads });
  await server.listen(options.port ?? 0);
  return new SlackWorkspace(parts, { server, sockets, roads, faults });
}

interface Around {
  readonly clock: Clock;
  readonly identity: Identity;
  readonly changes: Changes;
  readonly server: HttpServer;
  readonly sockets: SocketRoads;
  readonly roads: Roads;
}

function assemble(options: SlackWorkspaceOptions, around: Around): Parts {
  const { clock, identity, changes, server, sockets, roads } = around;
  const ids = new Ids(clock);
  const people = new People(options.people ?? defaultPeople, identity, changes);
  const channels = new Channels(options.channels ?? defaultChannels, { people, identity, ids, clock, changes });
  const messages = new Messages();
  const retryDelaysMs = options.retryDelaysMs ?? [0, 60_000, 300_000];
  const deliveries = new Deliveries({
    ...{ ids, clock, changes, retryDelaysMs },
    remember: options.remember ?? defaultMemory,
    road: () => roads.current(),
  });
  const events = new AppEvents({ identity, ids, clock, deliveries, subscriptions: options.events });
  const talk = new Talk({ identity, ids, messages, changes, events });
  return {
    ...{ identity, clock, ids, changes, people, channels, messages, deliveries, events, talk },
    channelChanges: new ChannelChanges({ ids, channels, events }),
    membership: new Membership({ identity, ids, channels, talk, events }),
    reactions: new Reactions({ ids, messages, changes, events }),
    files: new Files({ ids, clock, changes }),
    views: new Views({ ids, clock, identity, changes }),
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock),
    scopes: options.scopes,
    mayReadEmail: options.scopes?.includes('users:read.email') ?? true,
    baseUrl: () => server.url,
    socketUrl: () => sockets.invite(server.url),
  };
}

function identityFrom(options: SlackWorkspaceOptions): Identity {
  return {
    teamId: 'T0EXAMPLE',
    teamName: 'Example',
    teamDomain: 'example',
    appId: 'A0DESKHAND',
    botId: 'B0DESKHAND',
    botUserId: 'U0DESKHAND',
    botName: 'deskhand',
    botToken: options.botToken ?? `xoxb-${randomBytes(12).toString('hex')}`,
    appToken: options.appToken ?? `xapp-1-${randomBytes(12).toString('hex')}`,
    signingSecret: options.signingSecret ?? randomBytes(16).toString('hex'),
  };
}
