import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

const on = ['1', 'true', 'on'];
const off = ['0', 'false', 'off'];

/** Reads variables one by one and collects what is wrong with them. */
export class EnvironmentReader {
  readonly faults: Fault[] = [];
  readonly #variables: EnvironmentVariables;

  constructor(variables: EnvironmentVariables) {
    this.#variables = variables;
  }

  /** The trimmed text; undefined when it is empty or not set. */
  text(name: string): string | undefined {
    return this.#variables[name]?.trim() || undefined;
  }

  wholeNumber(name: string, { least, most }: { readonly least: number; readonly most: number }): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    this.fault(name, `"${text}" is not a number that fits here.`, `Write a whole number from ${least} to ${most}.`);
    return undefined;
  }

  flag(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return undefined;
    if (!on.includes(text) && !off.includes(text))
      this.fault(name, `"${text}" is neither on nor off.`, 'Write 1, true or on; or 0, false or off.');
    return on.includes(text);
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const text = this.text(name)?.toLowerCase();
    const word = words.find((known) => known === text);
    if (text !== undefined && word === undefined)
      this.fault(name, `"${text}" is not known here.`, `${didYouMean(text, words)}Choose one of: ${words.join(', ')}.`);
    return word;
  }

  /** An http or https address, as it was written. */
  url(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || isWebAddress(text)) return text;
    this.fault(name, 'This is not an address of the web.', 'Write it whole: https://desk.example.com.');
    return undefined;
  }

  fault(where: string, problem: string, advice: string): void {
    this.faults.push({ where, problem, advice });
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
