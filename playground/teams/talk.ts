import {
  changeActivity,
  type MessageEvent,
  messageActivity,
  reactionActivity,
} from './activities/message-activities.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Conversation, Quote, TeamsMessage, TeamsPerson } from './model.ts';
import type { Parts } from './parts.ts';

/** What became of something said or done: the message as it is now, and what was sent to the bot about it. */
export interface Said {
  readonly message: TeamsMessage;
  readonly deliveries: readonly Delivery[];
}

/** A message before it has its place in time. */
export type Draft = Pick<TeamsMessage, 'from' | 'text' | 'textFormat' | 'attachments' | 'entities'> & {
  readonly threadId?: string | undefined;
  readonly summary?: string;
  readonly quote?: Quote;
  readonly sharedFiles?: readonly string[];
};

type TalkParts = Pick<
  Parts,
  'identity' | 'clock' | 'ids' | 'changes' | 'people' | 'places' | 'messages' | 'deliveries' | 'serviceUrl'
>;

/** Posting, changing and taking back: keeps the message, shows it to whoever watches, tells the bot what it may hear. */
export class Talk {
  readonly #parts: TalkParts;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  /** In a channel, a message without a thread begins one. */
  post(conversation: Conversation, draft: Draft): Said {
    const { ids, clock } = this.#parts;
    const id = ids.message();
    const { threadId, ...content } = draft;
    const message: TeamsMessage = {
      ...{ ...content, id, conversationId: conversation.id, createdAt: clock.now() },
      ...(conversation.kind === 'channel' ? { threadId: threadId ?? id } : {}),
      ...{ isDeleted: false, reactions: [], ownViews: {} },
    };
    this.#keep(message, 'message posted');
    const activity = (scene: ReturnType<Talk['sceneOf']>) => messageActivity(this.#parts, scene, message);
    return { message, deliveries: this.#tell(conversation, message, activity) };
  }

  /** The bot puts another form in the message's place; nobody is told. */
  replace(message: TeamsMessage): void {
    this.#keep(message, 'message updated');
  }

  /** The bot takes its message away; nobody is told. */
  remove(message: TeamsMessage): void {
    this.#keep({ ...message, isDeleted: true }, 'message deleted');
  }

  /** A person changes, takes back or puts back their message. */
  change(conversation: Conversation, message: TeamsMessage, event: MessageEvent): Said {
    this.#keep(message, message.isDeleted ? 'message deleted' : 'message updated');
    const activity = (scene: ReturnType<Talk['sceneOf']>) => changeActivity(this.#parts, scene, { message, event });
    return { message, deliveries: this.#tell(conversation, message, activity) };
  }

  /** The bot hears of reactions to its own messages, and of all where it hears everything. */
  react(
    conversation: Conversation,
    message: TeamsMessage,
    { by, type, how }: { by: TeamsPerson; type: string; how: 'add' | 'remove' },
  ): Said {
    const { messages, changes, identity, deliveries } = this.#parts;
    const others = message.reactions.filter((one) => one.personId !== by.id || one.type !== type);
    const reactions = how === 'add' ? [...others, { personId: by.id, type }] : others;
    const next = { ...message, reactions };
    messages.put(next);
    changes.tell({ kind: how === 'add' ? 'reaction added' : 'reaction removed', message: next, type });
    const { places } = this.#parts;
    const isHeard = message.from === identity.botId ? places.botIsIn(conversation) : places.botHearsAllIn(conversation);
    if (!isHeard) return { message: next, deliveries: [] };
    const scene = { by, conversation, threadId: message.threadId };
    const activity = reactionActivity(this.#parts, scene, { message, type, how });
    return { message: next, deliveries: [deliveries.start(activity)] };
  }

  /** Who wrote a message, and where. @throws Error for the bot's own */
  sceneOf(conversation: Conversation, message: TeamsMessage) {
    return { by: this.#parts.people.called(message.from), conversation, threadId: message.threadId };
  }

  #keep(message: TeamsMessage, kind: 'message posted' | 'message updated' | 'message deleted'): void {
    this.#parts.messages.put(message);
    this.#parts.changes.tell({ kind, message });
  }

  #tell(
    conversation: Conversation,
    message: TeamsMessage,
    activity: (scene: ReturnType<Talk['sceneOf']>) => ReturnType<typeof messageActivity>,
  ): readonly Delivery[] {
    const { identity, deliveries } = this.#parts;
    if (message.from === identity.botId) return [];
    if (!this.#parts.places.botHearsAllIn(conversation) && !this.#isMentionedIn(message)) return [];
    if (!this.#parts.places.botIsIn(conversation)) return [];
    return [deliveries.start(activity(this.sceneOf(conversation, message)))];
  }

  #isMentionedIn({ entities }: TeamsMessage): boolean {
    const { botId } = this.#parts.identity;
    return entities.some(({ mentioned }) => (mentioned as { id?: unknown } | undefined)?.id === botId);
  }
}
