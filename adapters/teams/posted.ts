import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { MessageRef } from '../../src/chat/refs.ts';
import type { Log } from '../../src/log.ts';

/**
 * Which messages have arrived. The connector cannot be asked for messages, so its answer is written down the moment it
 * comes: what a process that was killed has heard, the next one knows and does not say again.
 */
export class Posted {
  readonly #file: string | undefined;
  readonly #now: () => Date;
  readonly #log: Log;
  #refs: LRUCache<string, Arrived> | undefined;
  #lines = 0;

  /** @param file in memory only when left out */
  constructor(file: string | undefined, { now, log }: { readonly now: () => Date; readonly log: Log }) {
    this.#file = file;
    this.#now = now;
    this.#log = log;
  }

  /**
   * @param conversation where it was said, with its thread
   * @param mark what it is, the same whenever it is sent again
   */
  get(conversation: string, mark: string): MessageRef | undefined {
    return this.#read().get(key(conversation, mark))?.ref;
  }

  /** Never fails: what cannot be written is known for as long as this process lives. */
  note(conversation: string, mark: string, ref: MessageRef): void {
    const refs = this.#read();
    const arrived = { atMs: this.#now().getTime(), ref };
    refs.set(key(conversation, mark), arrived);
    if (this.#file === undefined) return;
    try {
      if (this.#lines >= 2 * most) this.#write(this.#file, refs);
      else appendFileSync(this.#file, lineOf(key(conversation, mark), arrived), { mode: 0o600 });
      this.#lines += 1;
    } catch (error) {
      this.#log.warn({ err: error }, 'what has arrived in Teams cannot be written down; a crash may repeat it');
    }
  }

  /** When it is first needed, and freed of what nobody will ask for any more. */
  #read(): LRUCache<string, Arrived> {
    if (this.#refs) return this.#refs;
    const oldestMs = this.#now().getTime() - keptMs;
    const refs = new LRUCache<string, Arrived>({ max: most });
    this.#refs = refs;
    if (this.#file === undefined) return refs;
    for (const [name, arrived] of read(this.#file)) if (arrived.atMs >= oldestMs) refs.set(name, arrived);
    try {
      this.#write(this.#file, refs);
    } catch {
      // said when something is noted
    }
    return refs;
  }

  #write(file: string, refs: LRUCache<string, Arrived>): void {
    mkdirSync(dirname(file), { recursive: true });
    // An LRU cache gives the latest first.
    const lines = [...refs.entries()].reverse().map(([name, arrived]) => lineOf(name, arrived));
    writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    this.#lines = lines.length;
  }
}

interface Arrived {
  readonly atMs: number;
  readonly ref: MessageRef;
}

const most = 10_000;

/** Whoever asks later than this has another store than the one that was there then. */
const keptMs = 7 * 24 * 3_600_000;

const key = (conversation: string, mark: string): string => `${conversation} ${mark}`;

const lineOf = (name: string, { atMs, ref }: Arrived): string => `${JSON.stringify([atMs, name, ref])}\n`;

/** Half a line, as a kill may leave it, is none. */
function read(file: string): readonly (readonly [string, Arrived])[] {
  return textOf(file)
    .split('\n')
    .flatMap((line) => {
      const [atMs, name, ref] = parsed(line);
      const isWhole = typeof atMs === 'number' && typeof name === 'string' && typeof ref === 'string';
      return isWhole ? [[name, { atMs, ref }] as const] : [];
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // there is none yet
  }
}

function parsed(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
