import { filled, type Given } from './acting/fill-element.ts';
import { findElement, type Target } from './acting/find-element.ts';
import { actsOn, asksForOptions, commands, isView, type Surface, usesShortcut } from './acting/interacting.ts';
import { closes, fills, type Submission, submits, type Values } from './acting/modals.ts';
import { deletes, edits, type MessageRef, reacts, type SayOptions, says } from './acting/talking.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { JsonObject } from './json.ts';
import type { SlackMessage, SlackView } from './model.ts';
import { type ChannelRef, type PersonRef, ReadableWorkspace } from './readable-workspace.ts';
import type { Said } from './talk.ts';

/**
 * Acting as a person. Every act returns after Slack has done its part and the app has answered the first try of each
 * delivery (or the try has failed); what the app does later is waited for with `until`.
 */
export class PeopledWorkspace extends ReadableWorkspace {
  /** Writes a message. Mentions are `<@dana>`, `<@U…>`, `<@BOT>` or `<!channel>`; everything else is as typed. */
  async says(person: PersonRef, channel: ChannelRef, text: string, options: SayOptions = {}): Promise<Said> {
    return answered(says(this.parts, this.person(person), this.channel(channel), text, options));
  }

  async edits(person: PersonRef, channel: ChannelRef, message: MessageRef, text: string): Promise<Said> {
    return answered(edits(this.parts, this.person(person), this.channel(channel), { message, text }));
  }

  async deletes(person: PersonRef, channel: ChannelRef, message: MessageRef): Promise<Said> {
    return answered(deletes(this.parts, this.person(person), this.channel(channel), message));
  }

  async reacts(person: PersonRef, channel: ChannelRef, message: MessageRef, emoji: string): Promise<Delivery[]> {
    const reaction = { message, emoji, how: 'add' as const };
    return tried(reacts(this.parts, this.person(person), this.channel(channel), reaction));
  }

  async unreacts(person: PersonRef, channel: ChannelRef, message: MessageRef, emoji: string): Promise<Delivery[]> {
    const reaction = { message, emoji, how: 'remove' as const };
    return tried(reacts(this.parts, this.person(person), this.channel(channel), reaction));
  }

  /** Types a slash command; what the app writes into its answer appears at once. */
  async slash(person: PersonRef, channel: ChannelRef, command: string, text = ''): Promise<Delivery> {
    return commands(this.parts, this.person(person), this.channel(channel), { command, text });
  }

  /**
   * Clicks a button of a message, an ephemeral message, a modal or the App Home, as the person saw it.
   * @param target the button's words (an emoji may stand before them), or `{ actionId }`
   */
  async clicks(person: PersonRef, surface: Surface, target: Target): Promise<Delivery> {
    const element = findElement(surface.blocks ?? [], target);
    const { text, value, style } = element.element;
    const fields = { text, value, style };
    return actsOn(this.parts, this.person(person), surface, { element, fields }).tried();
  }

  /** Picks in a menu, radio buttons, checkboxes, a date or time picker, or an overflow menu. */
  async picks(person: PersonRef, surface: Surface, target: Target, choice: Given): Promise<Delivery> {
    const by = this.person(person);
    const element = findElement(surface.blocks ?? [], target);
    const fields = filled(element, choice, this.parts);
    const isKept = isView(surface) && element.type !== 'overflow';
    const now = isKept ? fills(this.parts, by, surface, { [element.actionId]: choice }) : surface;
    return actsOn(this.parts, by, now, { element, fields }).tried();
  }

  /** The options that the app suggests for what is typed into an external menu. */
  async suggestions(
    person: PersonRef,
    surface: Surface,
    target: Target,
    typed: string,
  ): Promise<readonly JsonObject[]> {
    const element = findElement(surface.blocks ?? [], target);
    return asksForOptions(this.parts, this.person(person), surface, { element, typed });
  }

  /** Uses a shortcut: a global one, or with `message` one on that message. */
  async shortcut(
    person: PersonRef,
    callbackId: string,
    { message }: { message?: SlackMessage } = {},
  ): Promise<Delivery> {
    return usesShortcut(this.parts, this.person(person), callbackId, message).tried();
  }

  /** Opens the app's Home tab. */
  async opensHome(person: PersonRef): Promise<Delivery[]> {
    const { id } = this.person(person);
    const view = this.home(id);
    const channel = this.dmOf(id);
    const about = { user: id, channel, tab: 'home', event_ts: this.parts.ids.ts() };
    return tried(this.parts.events.tell({ type: 'app_home_opened', ...about, ...(view ? { view: { ...view } } : {}) }));
  }

  /** Writes into a modal without submitting. */
  fills(person: PersonRef, view: SlackView, values: Values): SlackView {
    return fills(this.parts, this.person(person), view, values);
  }

  /**
   * Fills a modal in and submits it.
   * @param values by the label of the input, its block_id or its action_id
   * @throws Error when Slack would not send the form, such as with a required input empty
   */
  async submits(person: PersonRef, view: SlackView, values: Values = {}): Promise<Submission> {
    return submits(this.parts, this.person(person), view, values);
  }

  /** Closes a modal, or with `all` the whole stack. */
  async closes(
    person: PersonRef,
    view: SlackView,
    { all = false }: { all?: boolean } = {},
  ): Promise<readonly Delivery[]> {
    return closes(this.parts, this.person(person), view, all);
  }

  async joins(person: PersonRef, channel: ChannelRef): Promise<Delivery[]> {
    return tried(this.parts.membership.join(this.channel(channel), this.person(person)));
  }

  async leaves(person: PersonRef, channel: ChannelRef): Promise<Delivery[]> {
    return tried(this.parts.membership.leave(this.channel(channel), this.person(person)));
  }

  /** Somebody who is in a channel lets another in, the app for instance (`bot`). */
  async invite(person: PersonRef, channel: ChannelRef, invited: PersonRef): Promise<Delivery[]> {
    return tried(this.parts.membership.join(this.channel(channel), this.person(invited), this.person(person)));
  }
}

async function answered(said: Said): Promise<Said> {
  await tried(said.deliveries);
  return said;
}

function tried(deliveries: readonly Delivery[]): Promise<Delivery[]> {
  return Promise.all(deliveries.map((one) => one.tried()));
}
