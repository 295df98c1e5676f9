import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ArticleText } from './article.ts';
import type { ArticleStore } from './article-store.ts';
import { keepArticle } from './keep-article.ts';

/** Articles as they stand in files, and what is wrong in some of them. */
export interface FolderContent {
  readonly articles: readonly { readonly id: string; readonly text: ArticleText }[];
  readonly faults: readonly FolderFault[];
}

export interface FolderFault {
  /** From the folder. */
  readonly file: string;
  readonly fault: {
    readonly line: number;
    readonly column?: string;
    readonly problem: string;
    readonly advice: string;
  };
}

export interface KnowledgeFolderParts {
  /** Where it lies now. */
  readonly path: () => string;
  /** Reads all files below a path, as the import does. */
  readonly read: (path: string) => Promise<FolderContent>;
  readonly store: ArticleStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each thing that is wrong, once for every state of the folder. */
  readonly onFault: (fault: FolderFault) => void;
  /** Told when articles have changed. */
  readonly onChange: () => Promise<void>;
}

/** Who writes the versions that come from the folder. */
const writer = 'folder';
const lookEveryMs = 3_000;

/**
 * Brings in the articles of the folder beside desk.yaml at the start and whenever its files change. What somebody changes in
 * chat stands until the file says something new; a file that goes leaves its article where it is.
 */
export class KnowledgeFolder {
  readonly #parts: KnowledgeFolderParts;
  #lookedAt: number | undefined;
  /** The state that was brought in. */
  #settled: string | undefined;
  /** A state that was seen once: it may have been half written. */
  #seen: string | undefined;

  constructor(parts: KnowledgeFolderParts) {
    this.#parts = parts;
  }

  /** Looks whether files have changed; called every second or so. */
  async look(): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    if (this.#lookedAt !== undefined && Math.abs(now - this.#lookedAt) < lookEveryMs) return;
    this.#lookedAt = now;
    await this.lookNow();
  }

  async lookNow(): Promise<void> {
    const path = this.#parts.path();
    const state = await stateOf(path);
    const isStill = this.#settled === undefined || state === this.#seen;
    this.#seen = state;
    if (state === this.#settled || !isStill) return;
    this.#settled = state;
    if (state.includes('\n')) await this.#bringIn(path);
  }

  async #bringIn(path: string): Promise<void> {
    const { read, log, onFault, onChange, clock } = this.#parts;
    const { articles, faults } = await read(path);
    for (const fault of faults) onFault(fault);
    let changed = 0;
    for (const { id, text } of articles) changed += (await this.#keep(id, text, clock.now())) ? 1 : 0;
    log.info({ articles: articles.length, changed, faults: faults.length }, 'the folder of articles was read');
    if (changed > 0) await onChange();
  }

  /** @returns whether there is a new version */
  async #keep(id: string, text: ArticleText, now: Date): Promise<boolean> {
    const { store } = this.#parts;
    const before = await store.find(id);
    const last = before && [...before.history, before].findLast(({ by }) => by === writer);
    if (last && isDeepStrictEqual(last.text, text)) return false;
    return (await keepArticle(store, id, text, { by: writer, now })) !== 'here';
  }
}

/** A line for each file, which changes whenever the file does; one line alone when there is none. */
async function stateOf(path: string): Promise<string> {
  const lines: string[] = [path];
  for (const entry of await entriesIn(path)) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const file = join(entry.parentPath, entry.name);
    const facts = await stat(file, { bigint: true }).catch(() => undefined);
    if (facts) lines.push(`${file} ${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`);
  }
  return lines.sort().join('\n');
}

async function entriesIn(path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}
