import type { Hands, Problems, SayOptions, Sight, Where } from './stage.ts';
import { type Changing, untilChanges } from './until-changes.ts';

/** One platform of several. */
export interface Side {
  readonly hands: Hands;
  readonly changes: Changing;
  /** Channels that are here, by `#name`. */
  readonly channels: readonly string[];
}

/** People who are on two platforms: each writes directly where they are at home, and sees what stands on both. */
export class AcrossHands implements Hands {
  readonly #sides: readonly Side[];
  readonly #homeOf: (person: string) => Side;
  /** On which side somebody saw it. */
  readonly #seen = new WeakMap<Sight, Side>();

  constructor(sides: readonly Side[], homeOf: (person: string) => Side) {
    this.#sides = sides;
    this.#homeOf = homeOf;
  }

  looks(person: string): readonly Sight[] {
    const home = this.#homeOf(person);
    const others = this.#sides.filter((side) => side !== home);
    // What is at home stands last: it is what the person looks at first.
    return [...others, home].flatMap((side) => side.hands.looks(person).map((sight) => this.#note(sight, side)));
  }

  until<Found>(isSo: () => Found | undefined, timeoutMs = 20_000): Promise<Found> {
    const all = this.#sides.map(({ changes }) => changes);
    return untilChanges(all, isSo, { timeoutMs, describe: () => isSo.toString() });
  }

  async says(person: string, where: Where, words: string, how: SayOptions): Promise<Sight> {
    const side = (how.under && this.#seen.get(how.under)) ?? this.#side(person, where);
    return this.#note(await side.hands.says(person, where, words, how), side);
  }

  edits(person: string, sight: Sight, words: string): Promise<void> {
    return this.#of(sight).hands.edits(person, sight, words);
  }

  takesBack(person: string, sight: Sight): Promise<void> {
    return this.#of(sight).hands.takesBack(person, sight);
  }

  marksAsIssue(person: string, sight: Sight): Promise<void> {
    return this.#of(sight).hands.marksAsIssue(person, sight);
  }

  raises(person: string, sight: Sight): Promise<void> {
    return this.#of(sight).hands.raises(person, sight);
  }

  asksForForm(person: string): Promise<void> {
    return this.#homeOf(person).hands.asksForForm(person);
  }

  commands(person: string, where: Where, words: string): Promise<void> {
    return this.#homeOf(person).hands.commands(person, where, words);
  }

  clicks(person: string, sight: Sight, label: string): Promise<void> {
    return this.#of(sight).hands.clicks(person, sight, label);
  }

  fills(person: string, values: Readonly<Record<string, string>>): Promise<Problems> {
    const hasForm = ({ hands }: Side) => hands.looks(person).some(({ where }) => where === 'form');
    return (this.#sides.find(hasForm) ?? this.#homeOf(person)).hands.fills(person, values);
  }

  opensHome(person: string): Promise<void> {
    return this.#homeOf(person).hands.opensHome(person);
  }

  /** A channel that is on one side only is there, whoever speaks; one that is on both is where the person is at home. */
  #side(person: string, where: Where): Side {
    const home = this.#homeOf(person);
    if (where === 'direct' || home.channels.includes(where)) return home;
    return this.#sides.find(({ channels }) => channels.includes(where)) ?? home;
  }

  #of(sight: Sight): Side {
    const side = this.#seen.get(sight);
    if (!side) throw new Error(`${sight.id} was seen nowhere.`);
    return side;
  }

  #note(sight: Sight, side: Side): Sight {
    this.#seen.set(sight, side);
    return sight;
  }
}
