import type { AppEvents } from './app-events.ts';
import type { Changes } from './changes.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Messages } from './messages.ts';
import type { Channel, Reaction, SlackMessage } from './model.ts';
import { SlackError } from './slack-error.ts';

interface ReactionsParts {
  readonly ids: Ids;
  readonly messages: Messages;
  readonly changes: Changes;
  readonly events: AppEvents;
}

/** Puts emoji under messages and takes them away, and tells the app. */
export class Reactions {
  readonly #parts: ReactionsParts;

  constructor(parts: ReactionsParts) {
    this.#parts = parts;
  }

  /** @throws SlackError already_reacted */
  add(channel: Channel, message: SlackMessage, by: { person: string; emoji: string }): Delivery[] {
    const known = message.reactions ?? [];
    const same = known.find((one) => one.name === by.emoji);
    if (same?.users.includes(by.person)) throw new SlackError('already_reacted');
    const users = [...(same?.users ?? []), by.person];
    return this.#put('added', channel, { message, ...by, reactions: [...others(known, by.emoji), made(by, users)] });
  }

  /** @throws SlackError no_reaction */
  remove(channel: Channel, message: SlackMessage, by: { person: string; emoji: string }): Delivery[] {
    const known = message.reactions ?? [];
    const same = known.find((one) => one.name === by.emoji);
    if (!same?.users.includes(by.person)) throw new SlackError('no_reaction');
    const users = same.users.filter((one) => one !== by.person);
    const left = users.length > 0 ? [made(by, users)] : [];
    return this.#put('removed', channel, { message, ...by, reactions: [...others(known, by.emoji), ...left] });
  }

  #put(
    what: 'added' | 'removed',
    channel: Channel,
    change: { message: SlackMessage; reactions: readonly Reaction[]; person: string; emoji: string },
  ): Delivery[] {
    const { messages, changes, events, ids } = this.#parts;
    const { reactions: _, ...bare } = change.message;
    const message = { ...bare, ...(change.reactions.length > 0 ? { reactions: change.reactions } : {}) };
    messages.put(message);
    changes.tell({ kind: `reaction ${what}`, message, person: change.person, emoji: change.emoji });
    const event: JsonObject = {
      type: `reaction_${what}`,
      user: change.person,
      reaction: change.emoji,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      item_user: message.user,
      event_ts: ids.ts(),
    };
    return events.inChannel(channel, event);
  }
}

function others(reactions: readonly Reaction[], emoji: string): readonly Reaction[] {
  return reactions.filter((one) => one.name !== emoji);
}

function made(by: { emoji: string }, users: readonly string[]): Reaction {
  return { name: by.emoji, users, count: users.length };
}
