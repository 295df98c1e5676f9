import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LRUCache } from 'lru-cache';
import { isPayload, word } from './payload.ts';

/**
 * Where the connector of each conversation lives. It is learnt from activities that were let in, and only from those; the
 * latest of a tenant is kept in a file, so that after a restart the desk can speak before it is spoken to.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#get-the-user-id-team-id-or-channel-id
 */
export class ServiceUrls {
  readonly #file: string | undefined;
  readonly #byConversation = new LRUCache<string, string>({ max: 20_000 });
  readonly #byTenant: Map<string, string>;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#byTenant = new Map(file ? read(file) : []);
  }

  /** @param key `tenant`, or what stands for it where nobody checks tokens */
  learn(key: string, conversation: string, url: string): void {
    const at = url.endsWith('/') ? url : `${url}/`;
    this.#byConversation.set(`${key} ${conversation}`, at);
    if (this.#byTenant.get(key) === at) return;
    this.#byTenant.set(key, at);
    if (this.#file) write(this.#file, this.#byTenant);
  }

  /** Ends in a slash. The public cloud's own entrance where none was learnt. */
  of(key: string, conversation: string): string {
    return this.#byConversation.get(`${key} ${conversation}`) ?? this.#byTenant.get(key) ?? publicCloud;
  }

  /** Whether a token may be sent there: the connector that was learnt, or the public cloud's. */
  isKnown(url: string): boolean {
    const known = [...this.#byConversation.values(), ...this.#byTenant.values(), publicCloud];
    return URL.canParse(url) && known.some((each) => new URL(each).origin === new URL(url).origin);
  }
}

/** Whether an address may be believed at all: over TLS, or on this machine. */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'https:' || isOnThisMachine(url);
}

export function isOnThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#samples (global service URLs) */
const publicCloud = 'https://smba.trafficmanager.net/teams/';

function read(file: string): readonly [string, string][] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isPayload(kept)) return [];
    return Object.keys(kept).flatMap((key): [string, string][] => {
      const url = word(kept, key);
      return url && isSafeUrl(url) ? [[key, url]] : [];
    });
  } catch {
    return []; // there is none yet, or it is broken: the next activity writes it anew
  }
}

/** A few lines, seldom, and never half of them. */
function write(file: string, urls: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(urls), undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
