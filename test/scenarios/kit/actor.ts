import { expect } from '@jest/globals';
import type { Attached, Hands, Problems, SeenFile, Sight, Where } from './stage.ts';

/** Which of the things on a screen is meant. */
export interface Which {
  readonly in?: Sight['where'];
  /** In the thread of this message. */
  readonly under?: Sight;
  /** Also holds these words, a ticket's key for example. */
  readonly about?: string;
  readonly isPrivate?: boolean;
  readonly by?: string;
}

/** Somebody in a story. What they do and see is said in words that fit every platform. */
export class Actor {
  readonly name: string;
  readonly #hands: Hands;

  constructor(name: string, hands: Hands) {
    this.name = name;
    this.#hands = hands;
  }

  /** Writes; to the desk alone unless a place or a thread is named. */
  says(words: string, how: { in?: Where; under?: Sight; files?: readonly Attached[]; toDesk?: boolean } = {}) {
    const { in: place, under, files, toDesk } = how;
    const where = place ?? (under && isPlace(under.where) ? under.where : 'direct');
    return this.#hands.says(this.name, where, words, {
      ...(under ? { under } : {}),
      ...(files ? { files } : {}),
      ...(toDesk ? { toDesk } : {}),
    });
  }

  edits(sight: Sight, words: string): Promise<void> {
    return this.#hands.edits(this.name, sight, words);
  }

  takesBack(sight: Sight): Promise<void> {
    return this.#hands.takesBack(this.name, sight);
  }

  marksAsIssue(sight: Sight): Promise<void> {
    return this.#hands.marksAsIssue(this.name, sight);
  }

  raises(sight: Sight): Promise<void> {
    return this.#hands.raises(this.name, sight);
  }

  asksForForm(): Promise<void> {
    return this.#hands.asksForForm(this.name);
  }

  commands(words: string, where: Where = 'direct'): Promise<void> {
    return this.#hands.commands(this.name, where, words);
  }

  opensHome(): Promise<void> {
    return this.#hands.opensHome(this.name);
  }

  /** Clicks the newest button of that name that is on the screen, as soon as there is one. */
  async clicks(label: string, which: Which = {}): Promise<void> {
    await this.#hands.clicks(this.name, await this.seesButton(label, which), label);
  }

  /** Clicks a button as it was when this was seen, although it may have been drawn anew since. */
  clicksOn(sight: Sight, label: string): Promise<void> {
    return this.#hands.clicks(this.name, sight, label);
  }

  /** Fills in the form that lies open and sends it; it is taken. */
  async fills(values: Readonly<Record<string, string>>): Promise<void> {
    expect(await this.triesToFill(values)).toEqual({});
  }

  /** The same, but the form may be given back with problems beside its fields. */
  async triesToFill(values: Readonly<Record<string, string>>): Promise<Problems> {
    await this.#hands.until(() => this.#newest({ in: 'form' }));
    return this.#hands.fills(this.name, values);
  }

  /** Waits until these words are on the screen. @returns the newest thing that holds them */
  sees(words: string | RegExp, which: Which = {}, timeoutMs?: number): Promise<Sight> {
    return this.#hands.until(() => this.#newest(which, ({ text }) => holds(text, words)), timeoutMs);
  }

  /** Waits until a file of such a name lies there. */
  seesFile(name: RegExp): Promise<SeenFile> {
    return this.#hands.until(() =>
      this.all()
        .flatMap(({ files }) => files)
        .find((file) => name.test(file.name)),
    );
  }

  seesButton(label: string, which: Which = {}): Promise<Sight> {
    return this.#hands.until(() => this.#newest(which, ({ buttons }) => buttons.includes(label)));
  }

  /** Waits until it has become so: what this was drawn as before is no more. */
  seesBecome(sight: Sight, words: string | RegExp): Promise<Sight> {
    return this.#hands.until(() => this.now(sight.id, words));
  }

  /** The thing of that id as it is now, when it holds the words. */
  now(id: string, words: string | RegExp = ''): Sight | undefined {
    return this.all().find((one) => one.id === id && holds(one.text, words));
  }

  /** Everything on the screen that fits, the oldest first. */
  all(which: Which = {}): readonly Sight[] {
    return this.#hands.looks(this.name).filter((sight) => fits(sight, which));
  }

  /** Everything on the screen that holds these words. */
  allWith(words: string | RegExp, which: Which = {}): readonly Sight[] {
    return this.all(which).filter(({ text }) => holds(text, words));
  }

  #newest(which: Which, isIt: (sight: Sight) => boolean = () => true): Sight | undefined {
    return this.all(which).findLast(isIt);
  }
}

function fits(sight: Sight, { in: where, under, about, isPrivate, by }: Which): boolean {
  return (
    (where === undefined || sight.where === where) &&
    (under === undefined || sight.under === under.id || isBesides(sight, under)) &&
    (about === undefined || sight.text.includes(about)) &&
    (isPrivate === undefined || sight.isPrivate === isPrivate) &&
    (by === undefined || sight.by === by)
  );
}

/** Where there are no threads, an answer stands somewhere after it. */
function isBesides(sight: Sight, other: Sight): boolean {
  return sight.isThreadless === true && sight.where === other.where && sight.id !== other.id;
}

function holds(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

function isPlace(where: Sight['where']): where is Where {
  return where === 'direct' || where.startsWith('#');
}
