import type { JsonObject } from '../slack/json.ts';
import { buttonsOfCard, cardsIn, problemsIn, titleOf, wordsOfMessage } from './cards/card-words.ts';
import type { ChangeListener } from './changes.ts';
import type { Delivery } from './delivery/delivery.ts';
import type {
  Call,
  Conversation,
  GroupChat,
  TaskModule,
  Team,
  TeamsChannel,
  TeamsFile,
  TeamsMessage,
  TeamsPerson,
} from './model.ts';
import type { Parts } from './parts.ts';
import type { PersonRef } from './people.ts';
import { pingsIn } from './pings.ts';
import type { PlaceRef } from './places.ts';

/** What can be seen in a tenant, and waiting for it to be so. */
export class ReadableTenant {
  protected readonly parts: Parts;
  readonly #calls: readonly Call[];

  constructor(parts: Parts, calls: readonly Call[]) {
    this.parts = parts;
    this.#calls = calls;
  }

  get people(): readonly TeamsPerson[] {
    return this.parts.people.all();
  }

  get teams(): readonly Team[] {
    return this.parts.places.teams;
  }

  get channels(): readonly TeamsChannel[] {
    return this.parts.places.channels;
  }

  get groupChats(): readonly GroupChat[] {
    return this.parts.places.groupChats;
  }

  /** @throws Error when nobody is called so */
  person(ref: PersonRef): TeamsPerson {
    return this.parts.people.called(ref);
  }

  /** @throws Error when there is no such team */
  team(ref: string | Team): Team {
    return this.parts.places.teamCalled(ref);
  }

  /** A channel by name or id, or a chat by id. @throws Error when there is no such place */
  place(ref: PlaceRef): Conversation {
    return this.parts.places.called(ref);
  }

  /** Who is in a conversation, the bot aside. */
  membersOf(place: PlaceRef): readonly TeamsPerson[] {
    return this.parts.places.membersOf(this.place(place));
  }

  /** The id of the person's chat with the bot. */
  chatOf(person: PersonRef): string {
    return this.parts.places.chatOf(this.person(person)).id;
  }

  /** What stands in a conversation, oldest first; in a channel the beginnings of its threads, or one whole thread. */
  messages(place: PlaceRef, { threadId }: { threadId?: string } = {}): readonly TeamsMessage[] {
    const conversation = this.place(place);
    const all = this.parts.messages.all(conversation.id);
    if (conversation.kind !== 'channel') return all;
    return all.filter((one) => (threadId === undefined ? one.threadId === one.id : one.threadId === threadId));
  }

  /** Every message of a conversation, replies included, oldest first. */
  allMessages(place: PlaceRef): readonly TeamsMessage[] {
    return this.parts.messages.all(this.place(place).id);
  }

  /** The message as it is now, if it is still there. */
  message(place: PlaceRef, id: string): TeamsMessage | undefined {
    const found = this.parts.messages.get(this.place(place).id, id);
    return found?.isDeleted ? undefined : found;
  }

  /** The cards of a message, as everyone sees them or as one person does. */
  cards(message: TeamsMessage, { as }: { as?: PersonRef } = {}): readonly JsonObject[] {
    return cardsIn(message, as === undefined ? undefined : this.person(as));
  }

  /** Everything that a message shows, cards included, one line for each text. */
  words(message: TeamsMessage, { as }: { as?: PersonRef } = {}): string {
    return wordsOfMessage(message, as === undefined ? undefined : this.person(as));
  }

  /** The words on the buttons that a message shows. */
  buttons(message: TeamsMessage, options: { as?: PersonRef } = {}): readonly string[] {
    return this.cards(message, options).flatMap(buttonsOfCard).map(titleOf);
  }

  /** The task module that the person has open. */
  task(person: PersonRef): TaskModule | undefined {
    return this.parts.tasks.of(this.person(person).id);
  }

  /** What the person's open task module says is wrong. */
  problems(person: PersonRef): readonly string[] {
    return problemsIn(this.task(person)?.card);
  }

  /** Whom a message would notify: ids of people and the bot. */
  pingsIn(message: TeamsMessage): readonly string[] {
    return pingsIn(message);
  }

  get files(): readonly TeamsFile[] {
    return this.parts.files.all();
  }

  /** Every request of the bot so far. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Everything that was brought to the bot so far, with every try. */
  get deliveries(): readonly Delivery[] {
    return this.parts.deliveries.all;
  }

  /** Hears of every change from now on; the answer stops it. */
  on(listener: ChangeListener): () => void {
    return this.parts.changes.on(listener);
  }

  /**
   * Waits until something is so; asked again after every change, never by the clock.
   * @param isSo also may give back what it found: anything but undefined and false counts as yes
   * @throws Error that tells the last state, after `timeoutMs` (5000 when left out)
   */
  async until<Found>(
    isSo: (teams: this) => Found | undefined | false,
    { timeoutMs = 5000 }: { timeoutMs?: number } = {},
  ): Promise<Found> {
    const found: { value?: Found } = {};
    const holds = () => {
      const value = isSo(this);
      if (value !== undefined && value !== false) found.value = value;
      return 'value' in found;
    };
    await this.parts.changes.until(holds, timeoutMs, () => this.#lastState());
    return found.value as Found;
  }

  #lastState(): string {
    const { channels, groupChats } = this.parts.places;
    const everywhere = [...channels, ...groupChats, ...this.people.map((person) => this.parts.places.chatOf(person))];
    const talk = everywhere.flatMap((place) => this.allMessages(place)).slice(-6);
    return [
      `The latest change was: ${this.parts.changes.lastKind}.`,
      ...talk.map((message) => `  ${message.conversationId}: ${wordsOfMessage(message).slice(0, 100)}`),
      'The bot called last:',
      ...this.calls.slice(-6).map(({ operation, status }) => `  ${operation} → ${status}`),
      'It was last told:',
      ...this.deliveries
        .slice(-6)
        .map(({ name, last }) => `  ${name} → ${last?.status ?? last?.failure ?? 'not answered yet'}`),
    ].join('\n');
  }
}
