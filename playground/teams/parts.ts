import type { Clock } from '../slack/clock.ts';
import type { Changes } from './changes.ts';
import type { Deliveries } from './delivery/deliveries.ts';
import type { Files } from './files.ts';
import type { Ids } from './ids.ts';
import type { Messages } from './messages.ts';
import type { Identity } from './model.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { Talk } from './talk.ts';
import type { Tasks } from './tasks.ts';
import type { SigningKeys } from './tokens/signing-keys.ts';

/** All that makes up one tenant; each is built once, in tenant.ts. */
export interface Parts {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly people: People;
  readonly places: Places;
  readonly messages: Messages;
  readonly talk: Talk;
  readonly tasks: Tasks;
  readonly files: Files;
  readonly deliveries: Deliveries;
  /** Keys of the login service, which signs the bot's tokens. */
  readonly loginKeys: SigningKeys;
  /** Keys of the Bot Framework, which signs what comes to the bot. */
  readonly channelKeys: SigningKeys;
  /** Where the tenant listens, without a slash at the end. */
  readonly baseUrl: () => string;
  /** The connector's address, as the bot is told it; ends in a slash. */
  readonly serviceUrl: () => string;
}
