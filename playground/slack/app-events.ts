import type { Clock } from './clock.ts';
import type { Deliveries } from './delivery/deliveries.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import { type JsonObject, textIn } from './json.ts';
import type { Channel, Identity } from './model.ts';

interface AppEventsParts {
  readonly identity: Identity;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  /** Names as in an app's manifest (`message.channels`, `reaction_added`); undefined for all of them. */
  readonly subscriptions: readonly string[] | undefined;
}

/** Tells the app what happened, when it subscribed to it and may know of it. */
export class AppEvents {
  readonly #parts: AppEventsParts;

  constructor(parts: AppEventsParts) {
    this.#parts = parts;
  }

  /** Something that happened in a channel: the app hears of it only where it is a member. */
  inChannel(channel: Channel, event: JsonObject): Delivery[] {
    return channel.members.has(this.#parts.identity.botUserId) ? this.tell(event, channel.type) : [];
  }

  /** Something that concerns the whole workspace or the app itself. */
  tell(event: JsonObject, channelType?: Channel['type']): Delivery[] {
    const { deliveries, subscriptions } = this.#parts;
    const type = textIn(event.type) ?? '';
    if (subscriptions && !subscriptions.includes(subscriptionFor(type, channelType))) return [];
    return [deliveries.start('event', type, this.#wrapped(event))];
  }

  #wrapped(event: JsonObject): JsonObject {
    const { identity, ids, clock } = this.#parts;
    const { teamId, appId, botUserId } = identity;
    return {
      token: 'verification-tokens-are-deprecated',
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: Math.floor(clock.now().getTime() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${ids.next('ctx')}`,
    };
  }
}

/** Messages are subscribed to by the kind of channel: message.channels, message.groups, message.im. */
function subscriptionFor(type: string, channelType: Channel['type'] | undefined): string {
  if (type !== 'message' || channelType === undefined) return type;
  return { channel: 'message.channels', group: 'message.groups', im: 'message.im' }[channelType];
}
