import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import type { MessageRef, PersonRef, Place } from '../../../src/chat/refs.ts';
import type { Turn } from '../../../src/chat/turn.ts';

/** What a test's desk does with a turn. */
export type Story = (turn: Turn) => Promise<unknown>;

/** Who is there: both may read `help-it`, and each has a conversation with the desk alone. */
export type Name = 'dana' | 'ben';

/** Where people talk: with the desk alone, or in the channel that both read. */
export type Where = 'direct' | 'help-it';

/** A message as one person sees it. */
export interface Seen {
  readonly ref: MessageRef;
  /** Every word of it, cards included. */
  readonly text: string;
  /** Whom it calls: names of people, and the platform's own words for everybody. */
  readonly pings: readonly string[];
  readonly files: readonly string[];
  /** In whose thread it stands, when it did not begin it. */
  readonly under?: MessageRef;
}

/** Something that was brought to the desk. */
export interface Brought {
  /** What the platform was told to each try so far. Undefined when it heard nothing. */
  readonly statuses: readonly (number | undefined)[];
  /** Brings the same once more. */
  again(): Promise<void>;
}

/** One adapter with its platform emulated: what the contract needs of both. */
export interface Subject {
  readonly adapter: ChatAdapter;
  /** What the desk was handed, oldest first. */
  readonly events: readonly ChatEvent[];
  tell(story: Story): void;
  person(name: Name): PersonRef;
  place(where: Where, name?: Name): Place;
  /** A conversation that is not there. */
  readonly nowhere: Place;
  /** Comes back when the desk has answered the first try. In a channel the desk is called by its name. */
  says(name: Name, where: Where, words: string, files?: readonly { name: string; content: Buffer }[]): Promise<Brought>;
  /** Clicks a button of a message that the desk posted to `help-it`. */
  clicks(name: Name, message: MessageRef, label: string): Promise<Brought>;
  /** The title of the form that lies open before this person; undefined when none does. */
  form(name: Name): string | undefined;
  /** Fills in the open form by the labels of its fields and sends it. @returns what it then says is wrong */
  submits(name: Name, values: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** What was brought last, answered or not. */
  latest(): Brought;
  /** Everything this person sees there, and what they see alone. */
  sees(name: Name, where: Where): readonly Seen[];
  /** Somebody removes a message of the desk. */
  removes(message: MessageRef): Promise<void>;
  /** Waits until something is so; asked after every change. */
  until(isSo: () => boolean): Promise<void>;
  /** A request to the desk's server that it answers at once: long enough for an answer to be on its way. */
  roundTrip(): Promise<void>;
  stop(): Promise<void>;
}

/** @throws Error for what a test expects to be there */
export function nothing(): never {
  throw new Error('It is not there.');
}
