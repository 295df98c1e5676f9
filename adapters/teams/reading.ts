import { type Payload, part, word } from '../../src/chat/payload.ts';
import type { PersonRef, Place } from '../../src/chat/refs.ts';
import { conversationId, personRef, placeRef, threadIn } from './place-id.ts';

/** What a parser may know beside the activity. */
export interface Reading {
  readonly now: () => Date;
  /** The one reaction to read; all when left out. */
  readonly reaction?: (() => string) | undefined;
  /** Stands where an activity names no tenant, as those of local test clients. */
  readonly tenant: string;
}

/** Where and by whom an activity happened. */
export interface Scene {
  readonly tenant: string;
  readonly conversation: string;
  /** The message that begins the thread, in a channel. */
  readonly root?: string;
  readonly person: PersonRef;
  readonly place: Place;
  readonly at: Date;
}

/** The tenant of an activity. */
export function tenantOf(activity: Payload, reading: Reading): string {
  const named =
    word(part(activity, 'conversation'), 'tenantId') ?? word(part(part(activity, 'channelData'), 'tenant'), 'id');
  return (named ?? reading.tenant).toLowerCase();
}

/** Nothing when the activity is a bot's, or is not shaped as Teams' documentation says. */
export function sceneOf(activity: Payload, reading: Reading): Scene | undefined {
  const id = word(part(activity, 'conversation'), 'id');
  const user = userIn(part(activity, 'from'));
  if (id === undefined || user === undefined) return undefined;
  const tenant = tenantOf(activity, reading);
  const { conversation, root } = threadIn(id);
  const place = placeRef(tenant, conversation);
  const at = instantOf(word(activity, 'timestamp'), reading);
  return { tenant, conversation, place, at, person: personRef(tenant, user), ...(root && { root }) };
}

/** The thread of a scene; in a chat the chat itself. */
export function threadOfScene({ tenant, conversation, root }: Scene): Place {
  return placeRef(tenant, conversation, root);
}

/**
 * A person's own id; nothing for a bot. Activities and members call the same object id by different names.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function userIn(account: Payload): string | undefined {
  const id = word(account, 'id');
  if (account.role === 'bot' || id?.startsWith('28:')) return undefined;
  return word(account, 'aadObjectId') ?? word(account, 'objectId') ?? id;
}

/**
 * Unique per delivery and the same for a repeated one: what Teams repeats of it.
 * @param more what tells two deliveries about one message apart
 */
export function deliveryId({ tenant, conversation, root }: Scene, activity: Payload, more = ''): string {
  const id = word(activity, 'id') ?? word(activity, 'timestamp') ?? '';
  const place = conversationId({ conversation, ...(root && { root }) });
  return `teams:${tenant}/${place}/${id}${more && `:${more}`}`;
}

export function instantOf(written: string | undefined, reading: Reading): Date {
  const at = new Date(written ?? '');
  return Number.isNaN(at.getTime()) ? reading.now() : at;
}
