import { randomBytes } from 'node:crypto';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { SlackFile } from './model.ts';

/** An upload that has been announced: its bytes come to the upload URL, then it is completed. */
export interface Upload {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly length: number;
  readonly altText?: string;
  content?: Buffer;
}

interface FilesParts {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly changes: Changes;
}

/** Files that lie in the workspace, and uploads on their way. */
export class Files {
  readonly #byId = new Map<string, SlackFile>();
  readonly #uploads = new Map<string, Upload>();
  readonly #parts: FilesParts;

  constructor(parts: FilesParts) {
    this.#parts = parts;
  }

  all(): readonly SlackFile[] {
    return [...this.#byId.values()];
  }

  byId(id: string): SlackFile | undefined {
    return this.#byId.get(id);
  }

  announce(what: { name: string; length: number; altText?: string }): Upload {
    const upload: Upload = { id: this.#parts.ids.next('F'), secret: randomBytes(12).toString('hex'), ...what };
    this.#uploads.set(upload.id, upload);
    return upload;
  }

  uploadOf(id: string): Upload | undefined {
    return this.#uploads.get(id);
  }

  uploadWithSecret(secret: string): Upload | undefined {
    return [...this.#uploads.values()].find((one) => one.secret === secret);
  }

  /** The upload is over; its id is from now on a file's. */
  complete(upload: Upload, as: { title: string; user: string; channels: readonly string[] }): SlackFile {
    this.#uploads.delete(upload.id);
    const { id, name, altText, content = Buffer.alloc(0) } = upload;
    return this.add({ id, name, content, ...as, ...(altText ? { altText } : {}) });
  }

  add(file: Omit<SlackFile, 'id' | 'mimetype' | 'createdAt'> & { id?: string }): SlackFile {
    const { ids, clock, changes } = this.#parts;
    const kept = { createdAt: clock.now(), mimetype: mimeTypeOf(file.name), ...file, id: file.id ?? ids.next('F') };
    this.#byId.set(kept.id, kept);
    changes.tell({ kind: 'file added', file: kept });
    return kept;
  }
}

function mimeTypeOf(name: string): string {
  return mimeTypes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
};
