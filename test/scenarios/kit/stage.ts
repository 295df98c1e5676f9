import type { DeskConfig } from '../../../src/config/desk-config.ts';
import type { OpenaiEnvironment } from '../../../src/config/environment.ts';
import type { Desk } from '../../../src/desk.ts';
import type { Actor } from './actor.ts';

/** Where people talk: with the desk alone, or in a channel. */
export type Where = 'direct' | `#${string}`;

/** One thing on somebody's screen, in words that fit every platform. */
export interface Sight {
  /** The same before and after it is drawn anew. */
  readonly id: string;
  readonly where: Where | 'form' | 'home';
  /** Who wrote it, or `desk`. */
  readonly by: string;
  /** Shown to this person alone, among others who do not see it. */
  readonly isPrivate: boolean;
  /** The id of the message whose thread it stands in. */
  readonly under?: string;
  /** It stands in a place without threads, where an answer is not told from any other words. */
  readonly isThreadless?: true;
  /** Every word of it, one paragraph a line, people by name. */
  readonly text: string;
  /** What can be clicked, menus unfolded. */
  readonly buttons: readonly string[];
  readonly files: readonly SeenFile[];
  /** Where its links lead; of messages only. */
  readonly links?: readonly string[];
  /** Whom it calls: names, and `channel`, `here`, `everyone`. */
  readonly pings: readonly string[];
}

/** Every address in a message as its platform has it. */
export function linksIn(message: unknown): readonly string[] {
  return JSON.stringify(message).match(/https?:\/\/[^\s|)>"\\]+/g) ?? [];
}

/** A file that lies there, to be opened. */
export interface SeenFile {
  readonly name: string;
  content(): Promise<string>;
}

/** A file that somebody attaches. */
export interface Attached {
  readonly name: string;
  readonly content: string;
}

/** What stands beside the fields of a form that was not taken: problem by field. */
export type Problems = Readonly<Record<string, string>>;

/** What a platform has to offer so that stories can be told on it. Every act comes back when the desk has been told. */
export interface Hands {
  /** Everything this person can see now, the oldest first. */
  looks(person: string): readonly Sight[];
  /** Waits until something is so, asked again after every change; throws with the last state when it never is. */
  until<Found>(isSo: () => Found | undefined, timeoutMs?: number): Promise<Found>;
  says(person: string, where: Where, words: string, how: SayOptions): Promise<Sight>;
  edits(person: string, sight: Sight, words: string): Promise<void>;
  takesBack(person: string, sight: Sight): Promise<void>;
  /** Puts the emoji that raises an issue under somebody's message. */
  marksAsIssue(person: string, sight: Sight): Promise<void>;
  /** Chooses *Raise as issue* for somebody's message. */
  raises(person: string, sight: Sight): Promise<void>;
  /** Asks for the form for a new issue. */
  asksForForm(person: string): Promise<void>;
  /** Types a command (`mine`, `find vpn`, or words that raise an issue). */
  commands(person: string, where: Where, words: string): Promise<void>;
  clicks(person: string, sight: Sight, label: string): Promise<void>;
  /** Fills in the form that lies open, by the labels of its fields, and sends it. */
  fills(person: string, values: Readonly<Record<string, string>>): Promise<Problems>;
  opensHome(person: string): Promise<void>;
}

export interface SayOptions {
  /** In whose thread. */
  readonly under?: Sight;
  readonly files?: readonly Attached[];
  /** Begins with calling the desk by its name. */
  readonly toDesk?: boolean;
}

/** What the platform brings to the desk can be held back, and brought in another order and more than once. */
export interface Roads {
  hold(): void;
  /** Brings what was held, in the order that the function makes of it. */
  release(order: <T>(held: readonly T[]) => readonly T[]): Promise<void>;
}

/** Who is there: an employee of either language, three teams, and who leads them. */
export const cast = ['dana', 'eve', 'dieter', 'ben', 'cem', 'nia', 'hana', 'lea', 'mia', 'ada'] as const;
export type Name = (typeof cast)[number];

/** A desk with its people on one platform: what a story is told on. */
export interface Stage extends Readonly<Record<Name, Actor>> {
  readonly platform: string;
  /** The desk itself, for what nobody sees: history, counts. */
  readonly desk: Desk;
  readonly roads: Roads;
  /** Somebody by name who is in no story's cast. */
  actor(name: string): Actor;
  /** Comes back when everything that was brought is handled and everything owed is sent. */
  settled(): Promise<void>;
  /** All that the desk has written, wherever it is: private words not counted. */
  posted(): readonly Sight[];
  close(): Promise<void>;
}

export interface StageOptions {
  /** What is otherwise in desk.yaml. */
  readonly config?: Partial<DeskConfig>;
  /** Nobody is asked whether theirs is what others have: where many write nearly the same and every message is counted. */
  readonly isEachApart?: boolean;
  /** A model's server. */
  readonly openai?: OpenaiEnvironment;
  /** So many agents more in the first team: `agent1`, `agent2`, … */
  readonly moreAgents?: number;
  /** Who does not have the desk's app, where one has to have it. */
  readonly withoutApp?: readonly Name[];
  /** Everybody in #hr-triage, and whether others can see that channel at all. */
  readonly hrTriage?: { readonly members: readonly Name[]; readonly isPrivate: boolean };
}

export type PlatformName = 'Slack' | 'Teams';

/** A platform that stories can be told on. */
export interface Platform {
  readonly name: string;
  /** Where those are who ask; agents may be elsewhere. */
  readonly employeesIn: PlatformName;
  readonly agentsIn: PlatformName;
  readonly open: (options: StageOptions) => Promise<Stage>;
}
