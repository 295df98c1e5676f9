import type { TeamsMessage } from './model.ts';

/** The messages of every conversation, in the order in which they came. */
export class Messages {
  readonly #byConversation = new Map<string, Map<string, TeamsMessage>>();

  /** Adds a message, or puts a changed one in its place. */
  put(message: TeamsMessage): void {
    const there = this.#byConversation.get(message.conversationId) ?? new Map<string, TeamsMessage>();
    this.#byConversation.set(message.conversationId, there.set(message.id, message));
  }

  get(conversationId: string, id: string): TeamsMessage | undefined {
    return this.#byConversation.get(conversationId)?.get(id);
  }

  /** All of a conversation that still stand, replies included. */
  all(conversationId: string): readonly TeamsMessage[] {
    return [...(this.#byConversation.get(conversationId)?.values() ?? [])].filter((one) => !one.isDeleted);
  }
}
