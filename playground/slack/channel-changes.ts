import type { AppEvents } from './app-events.ts';
import type { Channels } from './channels.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import type { Channel } from './model.ts';

interface ChannelChangesParts {
  readonly ids: Ids;
  readonly channels: Channels;
  readonly events: AppEvents;
}

/** What becomes of a channel as a whole: made, renamed, archived; and telling the app. */
export class ChannelChanges {
  readonly #parts: ChannelChangesParts;

  constructor(parts: ChannelChangesParts) {
    this.#parts = parts;
  }

  /** A channel of which only its maker is a member; the app hears of public ones. */
  create(name: string, by: { isPrivate: boolean; creator: string }): { channel: Channel; deliveries: Delivery[] } {
    const { channels, events, ids } = this.#parts;
    const channel = channels.create(name, by);
    if (by.isPrivate) return { channel, deliveries: [] };
    const created = Math.floor(channel.createdAt.getTime() / 1000);
    const what = { id: channel.id, name, created, creator: by.creator };
    return { channel, deliveries: events.tell({ type: 'channel_created', channel: what, event_ts: ids.ts() }) };
  }

  rename(channel: Channel, name: string): Delivery[] {
    channel.name = name;
    return this.#tell(channel, 'rename', { channel: { id: channel.id, name } });
  }

  archive(channel: Channel, by: string): Delivery[] {
    channel.archived = true;
    return this.#tell(channel, 'archive', { channel: channel.id, user: by });
  }

  unarchive(channel: Channel, by: string): Delivery[] {
    channel.archived = false;
    return this.#tell(channel, 'unarchive', { channel: channel.id, user: by });
  }

  #tell(channel: Channel, what: string, about: { channel: string | { id: string; name: string }; user?: string }) {
    const { channels, events, ids } = this.#parts;
    channels.touch(channel);
    const type = `${channel.type === 'group' ? 'group' : 'channel'}_${what}`;
    return events.inChannel(channel, { type, ...about, event_ts: ids.ts() });
  }
}
