import type { AppEvents } from './app-events.ts';
import type { Changes } from './changes.ts';
import type { ChannelChanges } from './channel-changes.ts';
import type { Channels } from './channels.ts';
import type { Clock } from './clock.ts';
import type { Deliveries } from './delivery/deliveries.ts';
import type { Files } from './files.ts';
import type { Ids } from './ids.ts';
import type { Membership } from './membership.ts';
import type { Messages } from './messages.ts';
import type { Identity } from './model.ts';
import type { People } from './people.ts';
import type { Reactions } from './reactions.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Talk } from './talk.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';

/** All that makes up one workspace; each is built once, in workspace.ts. */
export interface Parts {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly people: People;
  readonly channels: Channels;
  readonly channelChanges: ChannelChanges;
  readonly membership: Membership;
  readonly messages: Messages;
  readonly talk: Talk;
  readonly reactions: Reactions;
  readonly files: Files;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly deliveries: Deliveries;
  readonly events: AppEvents;
  /** What the bot token may do; undefined for everything. */
  readonly scopes: readonly string[] | undefined;
  /** The token may see e-mail addresses. */
  readonly mayReadEmail: boolean;
  /** Where the workspace listens, without a slash at the end. */
  readonly baseUrl: () => string;
  /** A fresh address for a Socket Mode connection. */
  readonly socketUrl: () => string;
}
