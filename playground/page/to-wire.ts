import type { Channel, EphemeralMessage, Person, SlackMessage, SlackView } from '../slack/model.ts';
import type { WireChannel, WireFile, WireMessage, WireObject, WirePerson, WireView } from './wire.ts';

/** Says what somebody is in the desk, by their address or id. */
export type RoleOf = (person: Person) => string;

export function toWirePerson(person: Person, roleOf: RoleOf): WirePerson {
  const { id, name, realName, email, isBot, deactivated } = person;
  const address = email ? { email: email.toLowerCase() } : {};
  return { id, name, realName, ...address, role: isBot ? 'app' : roleOf(person), isBot, isGone: deactivated };
}

export function toWireChannel({ id, type, name, topic, archived, members }: Channel): WireChannel {
  return { id, type, name, topic, isArchived: archived, members: [...members] };
}

/** A message, or one that only one person sees. */
export function toWireMessage(message: SlackMessage | EphemeralMessage): WireMessage {
  const blocks = (message.blocks ?? []).map((block): WireObject => ({ ...block }));
  const common = { channel: message.channel, ts: message.ts, text: message.text, blocks };
  const thread = message.thread_ts ? { thread: message.thread_ts } : {};
  if ('ephemeral' in message)
    return { ...common, ...thread, isEdited: false, reactions: [], files: [], onlyFor: message.to };
  const { subtype, user, edited, reactions = [], files = [] } = message;
  return {
    ...common,
    ...thread,
    ...(subtype ? { subtype } : {}),
    ...(user ? { user } : {}),
    isEdited: edited !== undefined,
    reactions: reactions.map(({ name, users }) => ({ name, users })),
    files: files.map(toWireFile),
  };
}

export function toWireView(view: SlackView, errors: Readonly<Record<string, string>>): WireView {
  const submit = words(view.submit);
  return {
    id: view.id,
    type: view.type,
    title: words(view.title),
    ...(submit ? { submit } : {}),
    close: words(view.close) || 'Close',
    blocks: view.blocks,
    values: view.state.values,
    errors,
  };
}

function toWireFile(file: Readonly<Record<string, unknown>>): WireFile {
  const { id, name, mimetype, size, alt_txt: alt } = file;
  const facts = { id: String(id), name: String(name), mimetype: String(mimetype), size: Number(size) || 0 };
  return { ...facts, ...(typeof alt === 'string' ? { alt } : {}) };
}

function words(text: Readonly<Record<string, unknown>> | undefined): string {
  return typeof text?.text === 'string' ? text.text : '';
}
