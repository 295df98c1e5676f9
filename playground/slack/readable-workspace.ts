import type { ChangeListener } from './changes.ts';
import type { Delivery } from './delivery/delivery.ts';
import { isObject, type JsonObject, listIn } from './json.ts';
import type { Call, Channel, EphemeralMessage, Person, SlackFile, SlackMessage, SlackView } from './model.ts';
import type { Parts } from './parts.ts';
import { pingsIn } from './pings.ts';

/** A person, by id or by name. */
export type PersonRef = string | Person;

/** A conversation, by id or by name with or without #. */
export type ChannelRef = string | Channel;

/** What can be seen in a workspace, and waiting for it to be so. */
export class ReadableWorkspace {
  protected readonly parts: Parts;
  readonly #calls: readonly Call[];

  constructor(parts: Parts, calls: readonly Call[]) {
    this.parts = parts;
    this.#calls = calls;
  }

  /** Everyone who has an account, bots and Slackbot included. */
  get people(): readonly Person[] {
    return this.parts.people.all();
  }

  /** Every conversation there is. */
  get channels(): readonly Channel[] {
    return this.parts.channels.all();
  }

  /** @throws Error when nobody is called so */
  person(ref: PersonRef): Person {
    return this.parts.people.called(ref);
  }

  /** @throws Error when there is no such channel */
  channel(ref: ChannelRef): Channel {
    return this.parts.channels.called(ref);
  }

  /** The id of the person's direct message with the app. */
  dmOf(person: PersonRef): string {
    return this.parts.channels.dmOf(this.person(person).id).id;
  }

  /** What stands in a channel, or in one thread of it with the message that began it; oldest first. */
  messages(channel: ChannelRef, { threadTs }: { threadTs?: string } = {}): readonly SlackMessage[] {
    const { id } = this.channel(channel);
    return threadTs === undefined ? this.parts.messages.topLevel(id) : this.parts.messages.thread(id, threadTs);
  }

  /** Every message of a channel, replies included, oldest first. */
  allMessages(channel: ChannelRef): readonly SlackMessage[] {
    return this.parts.messages.all(this.channel(channel).id);
  }

  /** The message as it is now, if it is still there. */
  message(channel: ChannelRef, ts: string): SlackMessage | undefined {
    return this.parts.messages.get(this.channel(channel).id, ts);
  }

  /** What only this person sees, oldest first. */
  ephemerals(person: PersonRef): readonly EphemeralMessage[] {
    return this.parts.messages.ephemeralsOf(this.person(person).id);
  }

  /** The modals that the person has open; the last one is on top. */
  views(person: PersonRef): readonly SlackView[] {
    return this.parts.views.stackOf(this.person(person).id);
  }

  /** What the app found wrong with the latest submission of a modal: block_id → text. */
  errorsOf(view: SlackView): Readonly<Record<string, string>> {
    return this.parts.views.errorsOf(view);
  }

  /** The person's App Home, once the app has published one. */
  home(person: PersonRef): SlackView | undefined {
    return this.parts.views.homeOf(this.person(person).id);
  }

  get files(): readonly SlackFile[] {
    return this.parts.files.all();
  }

  /** Every request of the app so far. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Everything that was brought to the app so far, with every try. */
  get deliveries(): readonly Delivery[] {
    return this.parts.deliveries.all;
  }

  /** Whom a message would notify: ids, and `here`, `channel`, `everyone`. */
  pingsIn(message: SlackMessage | EphemeralMessage): readonly string[] {
    return pingsIn(message);
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
    isSo: (slack: this) => Found | undefined | false,
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
    const talks = this.channels.flatMap((channel) => this.allMessages(channel)).slice(-6);
    return [
      `The latest change was: ${this.parts.changes.lastKind()}.`,
      ...talks.map(({ channel, user, text }) => `  ${channel} ${user ?? ''}: ${text.slice(0, 100)}`),
      'The app called last:',
      ...this.calls.slice(-6).map(({ method, status, answer }) => `  ${method} → ${status} ${outcome(answer)}`),
      'It was last told:',
      ...this.deliveries
        .slice(-6)
        .map(({ name, last }) => `  ${name} → ${last?.status ?? last?.failure ?? 'not answered yet'}`),
    ].join('\n');
  }
}

function outcome(answer: JsonObject): string {
  const { error, response_metadata: more } = answer;
  if (error === undefined) return 'ok';
  return isObject(more) ? `${error}: ${listIn(more.messages).join('; ')}` : String(error);
}
