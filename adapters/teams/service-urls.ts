import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LRUCache } from 'lru-cache';
import { isPayload, word } from '../../src/chat/payload.ts';

/** Where the connector of a conversation lives. */
export interface Entrance {
  /** Ends in a slash. */
  readonly url: string;
  /** It came with a token that was found good: only there may the desk's own token go. */
  readonly isVerified: boolean;
}

/**
 * The connectors' addresses. They are learnt from activities that were let in, and only from those; the latest of each
 * tenant and team is kept in a file, so that after a restart the desk can speak before it is spoken to.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export class ServiceUrls {
  readonly #file: string | undefined;
  readonly #byConversation = new LRUCache<string, Entrance>({ max: 20_000 });
  /** `<tenant>`, `<tenant> team <id>`; with `anonymous ` before it what came without a token. */
  readonly #kept: Map<string, string>;
  #isResting = false;
  #isDue = false;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#kept = new Map(file ? read(file) : []);
  }

  /** An address that came without a token never takes the place of one that came with it. */
  learn(
    from: { readonly tenant: string; readonly conversation: string; readonly team?: string | undefined },
    entrance: Entrance,
  ): void {
    const { tenant, conversation, team } = from;
    const url = entrance.url.endsWith('/') ? entrance.url : `${entrance.url}/`;
    const { isVerified } = entrance;
    const key = `${tenant} ${conversation}`;
    if (isVerified || !this.#byConversation.get(key)?.isVerified) this.#byConversation.set(key, { url, isVerified });
    const prefix = isVerified ? '' : anonymous;
    this.#keep([`${prefix}${tenant}`, ...(team ? [`${prefix}${tenant}${ofTeam}${team}`] : [])], url);
  }

  /** The public cloud's own entrance where none was learnt. */
  of(tenant: string, conversation: string): Entrance {
    const known = this.#byConversation.get(`${tenant} ${conversation}`);
    if (known) return known;
    const verified = this.#kept.get(tenant);
    const unverified = verified ?? this.#kept.get(`${anonymous}${tenant}`);
    return { url: unverified ?? publicCloud, isVerified: verified !== undefined || unverified === undefined };
  }

  /** The tenant that the desk heard from first, for where none is configured. */
  get tenant(): string | undefined {
    const [key] = this.#kept.keys();
    return key?.replace(anonymous, '').split(ofTeam)[0];
  }

  /** The teams that the desk has heard from. */
  teams(): readonly { readonly tenant: string; readonly team: string }[] {
    return [...this.#kept.keys()].flatMap((key) => {
      const [tenant, team] = key.replace(anonymous, '').split(ofTeam);
      return tenant && team ? [{ tenant, team }] : [];
    });
  }

  /** Whether the desk's token may be sent there. */
  isTrusted(url: string): boolean {
    const kept = [...this.#kept].flatMap(([key, each]) => (key.startsWith(anonymous) ? [] : [each]));
    return URL.canParse(url) && [...kept, publicCloud].some((each) => new URL(each).origin === new URL(url).origin);
  }

  #keep(keys: readonly string[], url: string): void {
    const changed = keys.filter((key) => this.#kept.get(key) !== url);
    for (const key of changed) this.#kept.set(key, url);
    if (changed.length > 0) this.#save();
  }

  /** At once, and then not again for a while: the activities of one tenant may come from several regions by turns. */
  #save(): void {
    if (this.#file === undefined) return;
    this.#isDue = this.#isResting;
    if (this.#isResting) return;
    write(this.#file, this.#kept);
    this.#isResting = true;
    setTimeout(() => {
      this.#isResting = false;
      if (this.#isDue) this.#save();
    }, restMs).unref();
  }
}

const restMs = 2000;
const anonymous = 'anonymous ';
const ofTeam = ' team ';

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
