import type { AppEvents } from './app-events.ts';
import type { Channels } from './channels.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import type { Channel, Identity, Person } from './model.ts';
import type { Talk } from './talk.ts';

interface MembershipParts {
  readonly identity: Identity;
  readonly ids: Ids;
  readonly channels: Channels;
  readonly talk: Talk;
  readonly events: AppEvents;
}

/** Who comes and goes: members of channels, and the line that Slack writes about it. */
export class Membership {
  readonly #parts: MembershipParts;

  constructor(parts: MembershipParts) {
    this.#parts = parts;
  }

  /** Lets a person in, says so in the channel and tells the app; nothing happens to one who is in already. */
  join(channel: Channel, person: Person, inviter?: Person): Delivery[] {
    const { channels, talk, events, ids, identity } = this.#parts;
    if (channel.members.has(person.id)) return [];
    channel.members.add(person.id);
    channels.touch(channel);
    const said = talk.post(channel, {
      subtype: channel.type === 'group' ? 'group_join' : 'channel_join',
      user: person.id,
      text: `<@${person.id}> has joined the channel`,
      ...(inviter ? { inviter: inviter.id } : {}),
    });
    const event = {
      type: 'member_joined_channel',
      user: person.id,
      channel: channel.id,
      channel_type: channel.type === 'group' ? 'G' : 'C',
      team: identity.teamId,
      ...(inviter ? { inviter: inviter.id } : {}),
      event_ts: ids.ts(),
    };
    return [...said.deliveries, ...events.inChannel(channel, event)];
  }

  /** Lets a person go and tells the app, unless it is the app itself that goes. */
  leave(channel: Channel, person: Person): Delivery[] {
    const { channels, events, ids, identity } = this.#parts;
    if (!channel.members.delete(person.id)) return [];
    channels.touch(channel);
    const about = { user: person.id, channel: channel.id, team: identity.teamId, event_ts: ids.ts() };
    if (person.id === identity.botUserId) {
      const type = channel.type === 'group' ? 'group_left' : 'channel_left';
      return events.tell({ type, channel: channel.id, event_ts: about.event_ts });
    }
    const event = { type: 'member_left_channel', channel_type: channel.type === 'group' ? 'G' : 'C', ...about };
    return events.inChannel(channel, event);
  }
}
