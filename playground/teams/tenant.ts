import { randomBytes, randomUUID } from 'node:crypto';
import { type Clock, machineClock } from '../slack/clock.ts';
import { Changes } from './changes.ts';
import { HttpServer } from './connector/http-server.ts';
import { connectorPath } from './connector/routes.ts';
import { defaultPeople, defaultTeams } from './default-seeds.ts';
import { Deliveries } from './delivery/deliveries.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Ids } from './ids.ts';
import { Messages } from './messages.ts';
import type { Identity } from './model.ts';
import { Pace } from './pace.ts';
import type { Parts } from './parts.ts';
import { People, type PersonSeed } from './people.ts';
import { type GroupChatSeed, Places, type TeamSeed } from './places.ts';
import { Talk } from './talk.ts';
import { Tasks } from './tasks.ts';
import { TeamsTenant } from './teams-tenant.ts';
import { botToken } from './tokens/bot-token.ts';
import { firstKeys, SigningKeys } from './tokens/signing-keys.ts';

/** How a tenant can differ from the one that everybody gets. */
export interface TeamsTenantOptions {
  /** TCP port on 127.0.0.1; any free one when left out. */
  readonly port?: number;
  readonly people?: readonly PersonSeed[];
  readonly teams?: readonly TeamSeed[];
  /** None when left out. */
  readonly groupChats?: readonly GroupChatSeed[];
  readonly clock?: Clock;
  /** `teams` counts calls and answers 429 as Teams does, a number does so with windows of that length; `off` when left out. */
  readonly pace?: 'off' | 'teams' | number;
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
  /** Nobody needs a token, in either direction, as with local test clients (`TEAMS_ALLOW_ANONYMOUS`). */
  readonly isAnonymous?: boolean;
  /** How the bot is called where it is mentioned; Deskhand when left out. */
  readonly botName?: string;
  /** How long Teams waits for an answer, in milliseconds; 15,000 when left out. */
  readonly timeoutMs?: number;
  /** Pauses before each further try of what the bot did not take, in milliseconds; 1 s and 5 s when left out. */
  readonly retryDelaysMs?: readonly number[];
  /** How many calls and deliveries are kept on record, the latest; 50,000 when left out. */
  readonly remember?: number;
  /** The same seed plays the same faults. */
  readonly faultSeed?: number;
}

const defaultMemory = 50_000;

/**
 * Starts a Teams tenant of one's own on 127.0.0.1: a bot talks to it as to Microsoft's services, and people are acted
 * by calls such as `says` and `clicks`.
 */
export async function aTeamsTenant(options: TeamsTenantOptions = {}): Promise<TeamsTenant> {
  const clock = options.clock ?? machineClock;
  const faults = new Faults(options.faultSeed ?? 1);
  const [loginKey, channelKey] = await firstKeys();
  const { pace = 'off', remember = defaultMemory } = options;
  const server = new HttpServer({
    teams: () => parts,
    ...{ faults, remember, isAnonymous: options.isAnonymous ?? false },
    pace: pace === 'off' ? undefined : new Pace(clock, pace === 'teams' ? 1 : pace),
  });
  const keys = { loginKeys: new SigningKeys(loginKey), channelKeys: new SigningKeys(channelKey) };
  const parts: Parts = assemble(options, { clock, server, ...keys });
  await server.listen(options.port ?? 0);
  return new TeamsTenant(parts, { server, faults, isAnonymous: options.isAnonymous ?? false });
}

interface Around {
  readonly clock: Clock;
  readonly server: HttpServer;
  readonly loginKeys: SigningKeys;
  readonly channelKeys: SigningKeys;
}

function assemble(options: TeamsTenantOptions, { clock, server, loginKeys, channelKeys }: Around): Parts {
  const identity = identityFrom(options);
  const serviceUrl = () => `${server.url}${connectorPath}`;
  const changes = new Changes();
  const ids = new Ids(clock);
  const people = new People(options.people ?? defaultPeople, identity, changes);
  const places = new Places(options.teams ?? defaultTeams, { people, identity, changes });
  for (const seed of options.groupChats ?? []) places.addGroupChat(seed);
  const messages = new Messages();
  const deliveries = new Deliveries({
    ...{ ids, clock, changes, remember: options.remember ?? defaultMemory },
    timeoutMs: options.timeoutMs ?? 15_000,
    retryDelaysMs: options.retryDelaysMs ?? [1000, 5000],
    token: () => {
      if (options.isAnonymous) return undefined;
      return botToken(channelKeys.current, { appId: identity.appId, serviceUrl: serviceUrl() });
    },
  });
  const around = { identity, clock, ids, changes, people, places, messages, deliveries, serviceUrl };
  return {
    ...{ ...around, loginKeys, channelKeys },
    talk: new Talk(around),
    tasks: new Tasks(changes),
    files: new Files(changes),
    baseUrl: () => server.url,
  };
}

function identityFrom(options: TeamsTenantOptions): Identity {
  const appId = options.appId ?? randomUUID();
  return {
    tenantId: options.tenantId ?? randomUUID(),
    appId,
    appPassword: options.appPassword ?? randomBytes(20).toString('base64url'),
    botId: `28:${appId}`,
    botName: options.botName ?? 'Deskhand',
  };
}
