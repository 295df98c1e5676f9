import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';

/**
 * A place or message of Teams, opened. In a channel the thread is part of the connector's own conversation id
 * (`19:…@thread.tacv2;messageid=1700000000000`); chats have no threads.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 */
export interface Address {
  readonly tenant: string;
  /** Without its thread. A person's object id where their conversation with the desk is not known yet. */
  readonly conversation: string;
  /** The message that begins the thread. */
  readonly root?: string;
  /** The message itself; absent in a place. */
  readonly activity?: string;
}

/**
 * Opens a place, message or person.
 * @throws RangeError when it belongs to another platform
 */
export function addressOf(ref: Place | MessageRef | PersonRef): Address {
  const [tenant, written, activity] = ref.startsWith(prefix) ? ref.slice(prefix.length).split('/') : [];
  if (!tenant || !written) throw new RangeError(`"${ref}" is no place in Teams`);
  const { conversation, root } = threadIn(unescaped(written));
  return { tenant, conversation, ...(root && { root }), ...(activity && { activity: unescaped(activity) }) };
}

/** `teams:<tenant>/19:abc@thread.tacv2`, and with a root the thread `…;messageid=1700000000000`. */
export function placeRef(tenant: string, conversation: string, root?: string): Place {
  return `${prefix}${tenant.toLowerCase()}/${escaped(conversationId({ conversation, ...(root && { root }) }))}`;
}

/** The place with the message behind it. In a channel it always carries its thread, which it may have begun itself. */
export function messageRef(tenant: string, conversation: string, activity: string, root?: string): MessageRef {
  const thread = hasThreads(conversation) ? (root ?? activity) : undefined;
  return `${placeRef(tenant, conversation, thread)}/${escaped(activity)}`;
}

/** `teams:<tenant>/<object id of Entra>`: what desk.yaml names, and what every call of the connector takes. */
export function personRef(tenant: string, user: string): PersonRef {
  return placeRef(tenant, isObjectId(user) ? user.toLowerCase() : user);
}

/** The id by which the connector knows a person. */
export const userOf = (person: PersonRef): string => addressOf(person).conversation;

/** The conversation id as the connector writes it, the thread included. */
export function conversationId({ conversation, root }: Pick<Address, 'conversation' | 'root'>): string {
  return root ? `${conversation}${thread}${root}` : conversation;
}

/** A connector's conversation id in its two parts. */
export function threadIn(id: string): Pick<Address, 'conversation' | 'root'> {
  const at = id.indexOf(thread);
  return at < 0 ? { conversation: id } : { conversation: id.slice(0, at), root: id.slice(at + thread.length) };
}

/** The thread that a message stands in or begins; in a chat the chat itself. */
export function threadOf(message: MessageRef): Place {
  const { tenant, conversation, root, activity } = addressOf(message);
  return placeRef(tenant, conversation, hasThreads(conversation) ? (root ?? activity) : undefined);
}

/** The message that begins a thread of a channel. */
export function rootOf(thread: Place): MessageRef | undefined {
  const { tenant, conversation, root } = addressOf(thread);
  return root === undefined ? undefined : messageRef(tenant, conversation, root, root);
}

export function conversationOf(ref: Place | MessageRef): Place {
  const { tenant, conversation } = addressOf(ref);
  return placeRef(tenant, conversation);
}

/** Whether it is a team's channel; chats are `…@thread.v2`, `…@unq.gbl.spaces` or, with the desk alone, `a:…`. */
export const hasThreads = (conversation: string): boolean => /@thread\.(tacv2|skype)$/.test(conversation);

/** Whether it is written as a person, whose conversation with the desk has to be opened first. */
export const isPerson = (conversation: string): boolean => isObjectId(conversation) || conversation.startsWith('29:');

export const isObjectId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

const prefix = 'teams:';
const thread = ';messageid=';

/** Ids are taken as they come; only what divides a reference is written otherwise. */
const escaped = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');
const unescaped = (id: string): string => id.replaceAll('%2F', '/').replaceAll('%25', '%');
