import { type LanguageDetector, loadLanguageDetector } from '../language-of.ts';

/** Shorter texts are told apart by chance. */
const fewestWords = 6;
const sureEnough = 0.8;

/** Others would be taken for one of these. */
const checked = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl'];

/** Tells whether a text is written in a language; the detector is loaded at the first question. */
export class SameLanguage {
  readonly #load: () => Promise<LanguageDetector>;
  #loading: Promise<LanguageDetector> | undefined;

  constructor(load: () => Promise<LanguageDetector> = loadLanguageDetector) {
    this.#load = load;
  }

  /** Begins to load what takes a moment. */
  prepare(): void {
    void this.#detector().catch(() => undefined);
  }

  /** @param language ISO 639-1 @returns false only when it surely is another */
  async isIn(text: string, language: string): Promise<boolean> {
    const wanted = language.slice(0, 2).toLowerCase();
    const found = checked.includes(wanted) ? await this.of(text) : undefined;
    return found === undefined || found === wanted;
  }

  /** @returns the language of a text when it is long enough to be sure of it */
  async of(text: string): Promise<string | undefined> {
    const plain = text.replace(/https?:\/\/\S+|\S+@\S+|\[[A-Z_]+\d*\]|\d+/g, ' ');
    if (plain.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length < fewestWords) return undefined;
    const found = (await this.#detector())(plain);
    return found && found.confidence >= sureEnough ? found.language : undefined;
  }

  #detector(): Promise<LanguageDetector> {
    this.#loading ??= this.#load();
    return this.#loading;
  }
}
