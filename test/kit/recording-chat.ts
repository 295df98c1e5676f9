import type { ChatAdapter, OutgoingFile, PlaceInfo, PostOptions, Profile } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Attachment, ChatEvent, QuotedMessage } from '../../src/chat/event.ts';
import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { ChatFaults, type Method } from './chat-faults.ts';
import { everybody } from './people.ts';
import { RecordingTurn } from './recording-turn.ts';

/** A message as it lies in a conversation now. */
export interface Posted {
  readonly ref: MessageRef;
  /** The conversation, or the thread in it. */
  readonly place: Place;
  readonly author: PersonRef | 'desk';
  /** What it shows now; every drawing of a desk's card is in `drawings`. */
  readonly drawings: Card[];
  readonly text?: string;
  readonly files: readonly Attachment[];
  readonly file?: OutgoingFile;
}

export interface Channel extends PlaceInfo {
  members: readonly PersonRef[];
}

/** A platform in memory: it keeps what was said, in order, and can be told to fail. */
export class RecordingChat implements ChatAdapter {
  readonly platform = 'slack';
  readonly command = '/desk';
  readonly routes = [];
  readonly faults = new ChatFaults();
  readonly messages: Posted[] = [];
  readonly turns: RecordingTurn[] = [];
  readonly posts: { readonly place: Place; readonly card: Card; readonly options: PostOptions }[] = [];
  readonly updates: { readonly message: MessageRef; readonly card: Card }[] = [];
  readonly people = new Map<PersonRef, Profile>(everybody.map((person) => [person.ref, person]));
  readonly channels = new Map<Place, Channel>();
  readonly contents = new Map<string, Uint8Array>();

  constructor() {
    const all = everybody.map(({ ref }) => ref);
    for (const name of ['help-it', 'general', 'it-triage', 'network-triage', 'random']) this.open(name, all);
    const hr = everybody.filter(({ name }) => /^(Hana|Hugo)/.test(name)).map(({ ref }) => ref);
    this.open('hr-triage', hr, true);
  }

  open(name: string, members: readonly PersonRef[], isPrivate = false): Place {
    const place = `slack:T1/${name}`;
    this.channels.set(place, { name, isDirect: false, isPrivate, members });
    return place;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  turn(event: ChatEvent): Turn {
    const turn = new RecordingTurn(event, (card) => this.post(event.place, card));
    this.turns.push(turn);
    return turn;
  }

  post(place: Place, card: Card, options: PostOptions = {}): Promise<MessageRef> {
    return this.#do('post', place, () => {
      this.posts.push({ place, card, options });
      const earlier = options.mayHaveArrived ? this.#marked(place, card) : undefined;
      return earlier?.ref ?? this.#add({ place, author: 'desk', drawings: [card], files: [] });
    });
  }

  update(message: MessageRef, card: Card): Promise<void> {
    return this.#do('update', message, () => {
      this.updates.push({ message, card });
      this.#get(message).drawings.push(card);
    });
  }

  direct(person: PersonRef): Promise<Place> {
    return this.#do('direct', person, () => directOf(person));
  }

  showHome(person: PersonRef): Promise<void> {
    return this.#do('showHome', person, () => {});
  }

  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef> {
    return this.#do('upload', place, () => {
      const card = { blocks: [], mark: { id } };
      return this.#marked(place, card)?.ref ?? this.#add({ place, author: 'desk', drawings: [card], files: [], file });
    });
  }

  download(file: Attachment): Promise<Uint8Array> {
    return this.#do('download', file.ref, () => this.contents.get(file.ref) ?? new Uint8Array(file.bytes));
  }

  profile(person: PersonRef): Promise<Profile | undefined> {
    return this.#do('profile', person, () => this.people.get(person));
  }

  async lookup(email: string): Promise<PersonRef | undefined> {
    return [...this.people.values()].find((person) => person.email === email || person.ref === email)?.ref;
  }

  find(nameOrId: string): Promise<Place | undefined> {
    const place = `slack:T1/${nameOrId.replace('#', '')}`;
    return this.#do('find', nameOrId, () => (this.channels.has(place) ? place : undefined));
  }

  async about(place: Place): Promise<PlaceInfo> {
    if (isDirect(place)) return { name: 'direct', isDirect: true, isPrivate: true };
    return this.#channel(place);
  }

  members(place: Place): Promise<readonly PersonRef[]> {
    return this.#do('members', place, () => this.#channel(place).members);
  }

  async message(ref: MessageRef): Promise<QuotedMessage | undefined> {
    const found = this.messages.find((one) => one.ref === ref);
    if (!found) return undefined;
    const { author, text = '', files, place } = found;
    const thread = place === this.conversationOf(place) ? ref : place;
    const facts = { message: ref, thread, place: this.conversationOf(place), text, files, at: new Date(0) };
    return { ...facts, author, isFromBot: author === 'desk', permalink: `https://chat.example/${ref}` };
  }

  threadOf(message: MessageRef): Place {
    return message;
  }

  rootOf(thread: Place): MessageRef | undefined {
    return thread === this.conversationOf(thread) ? undefined : thread;
  }

  conversationOf(ref: Place | MessageRef): Place {
    return ref.split('/').slice(0, 2).join('/');
  }

  async permalink(message: MessageRef): Promise<string> {
    return `https://chat.example/${message}`;
  }

  /** Somebody types; nobody is told. */
  type(place: Place, author: PersonRef, text: string, files: readonly Attachment[] = []): MessageRef {
    return this.#add({ place, author, drawings: [], text, files });
  }

  /** What the desk shows in a place (a conversation's first level, or a thread), each message as it is now. */
  shownIn(place: Place): readonly Card[] {
    const mine = this.messages.filter((one) => one.place === place && one.author === 'desk' && !one.file);
    return mine.flatMap(({ drawings }) => drawings.at(-1) ?? []);
  }

  filesIn(place: Place): readonly string[] {
    return this.messages.flatMap((one) => (one.place === place && one.file ? [one.file.name] : []));
  }

  /** How many messages the desk has posted; redraws do not count. */
  get posted(): number {
    return this.messages.filter(({ author }) => author === 'desk').length;
  }

  now(message: MessageRef | undefined): Card {
    const card = this.#get(message ?? 'nothing').drawings.at(-1);
    if (!card) throw new Error(`${message} shows no card`);
    return card;
  }

  #do<T>(method: Method, at: string, work: () => T): Promise<T> {
    return this.faults.around({ method, at }, work);
  }

  #add(message: Omit<Posted, 'ref'>): MessageRef {
    const ref = `${this.conversationOf(message.place)}/${this.messages.length + 1}`;
    this.messages.push({ ref, ...message });
    return ref;
  }

  #get(message: MessageRef): Posted {
    const found = this.messages.find(({ ref }) => ref === message);
    if (!found) throw new Error(`there is no message ${message}`);
    return found;
  }

  #marked(place: Place, { mark }: Card): Posted | undefined {
    return mark && this.messages.find((one) => one.place === place && one.drawings[0]?.mark?.id === mark.id);
  }

  #channel(place: Place): Channel {
    const channel = this.channels.get(this.conversationOf(place));
    if (!channel) throw new Error(`there is no channel ${place}`);
    return channel;
  }
}

/** The conversation between the desk and one person. */
export const directOf = (person: PersonRef): Place => person.replace('T1/', 'T1/D-');
const isDirect = (place: Place) => place.includes('T1/D-');

export const helpIt = 'slack:T1/help-it';
export const general = 'slack:T1/general';
export const random = 'slack:T1/random';
export const itTriage = 'slack:T1/it-triage';
export const networkTriage = 'slack:T1/network-triage';
export const hrTriage = 'slack:T1/hr-triage';
