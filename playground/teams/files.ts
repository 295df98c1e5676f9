import { randomUUID } from 'node:crypto';
import type { Changes } from './changes.ts';
import type { TeamsFile } from './model.ts';

/** Files that people gave and the bot uploaded. */
export class Files {
  readonly #byId = new Map<string, TeamsFile>();
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  all(): readonly TeamsFile[] {
    return [...this.#byId.values()];
  }

  byId(id: string): TeamsFile | undefined {
    return this.#byId.get(id);
  }

  add(file: Omit<TeamsFile, 'id' | 'contentType'> & { contentType?: string }): TeamsFile {
    const kept = { contentType: contentTypeOf(file.name), ...file, id: randomUUID() };
    this.#byId.set(kept.id, kept);
    this.#changes.tell({ kind: 'file added', file: kept });
    return kept;
  }
}

/** The ending of a file's name, as Teams names its type. */
export function fileTypeOf(name: string): string {
  const ending = name.includes('.') ? name.split('.').at(-1) : undefined;
  return ending?.toLowerCase() ?? '';
}

function contentTypeOf(name: string): string {
  return contentTypes[fileTypeOf(name)] ?? 'application/octet-stream';
}

const contentTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
};
