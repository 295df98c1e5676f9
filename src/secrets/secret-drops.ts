import type { MessageRef } from '../chat/refs.ts';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { DropStore } from './drop-store.ts';
import { hashOf, newId, newKey, seal, unseal } from './sealing.ts';
import type { SecretDrop } from './secret-drop.ts';

export interface SecretDropsParts {
  readonly store: DropStore;
  readonly clock: Clock;
  readonly config: () => Pick<DeskConfig, 'secrets'>;
  /** Where browsers reach the desk; undefined when nobody has said. */
  readonly publicUrl: () => string | undefined;
}

export type Asking = Pick<SecretDrop, 'ticket' | 'from' | 'to' | 'askedBy'>;

/** What stands behind a link's path: `<id>.<word>`. */
export interface LinkWords {
  readonly id: string;
  readonly word: string;
}

/** Hands secrets over: each is entered once, opened once, and gone when its time is over. */
export class SecretDrops {
  readonly #parts: SecretDropsParts;

  constructor(parts: SecretDropsParts) {
    this.#parts = parts;
  }

  /** Whether there is a page to enter and open them on. */
  get hasPage(): boolean {
    return this.#parts.publicUrl() !== undefined;
  }

  /** @returns the drop, and the link on which its secret is entered; undefined when there is no page */
  async ask(asking: Asking): Promise<{ readonly drop: SecretDrop; readonly url: string } | undefined> {
    const { store, clock, config } = this.#parts;
    const [id, word] = [newId(), newKey()];
    const url = this.#link(enterPath, { id, word });
    if (url === undefined) return undefined;
    const now = clock.now();
    const drop: SecretDrop = {
      ...{ id, ...asking, state: 'asked', createdAt: now, entryCards: [], openCards: [] },
      expiresAt: new Date(now.getTime() + config().secrets.expiresAfterMs),
    };
    await store.insert({ ...drop, entryHash: hashOf(word), grants: [] });
    return { drop, url };
  }

  /** Whether a secret can be entered by this link. */
  async isAsked({ id, word }: LinkWords): Promise<boolean> {
    const drop = await this.#parts.store.find(id);
    return drop?.state === 'asked' && drop.entryHash === hashOf(word) && this.#isInTime(drop);
  }

  /**
   * Seals what was entered.
   * @param hand over to whom it is for, with the key, which is kept nowhere; when it throws, nothing was entered
   * @returns undefined when it was entered before, or is over
   */
  async enter(
    { id, word }: LinkWords,
    text: string,
    hand: (drop: SecretDrop, key: string) => Promise<void>,
  ): Promise<SecretDrop | undefined> {
    const { store, clock } = this.#parts;
    const key = newKey();
    const sealed = { keyHash: hashOf(key), sealed: seal(text, key, id) };
    const drop = await store.fill(id, { entryHash: hashOf(word), now: clock.now() }, sealed);
    if (!drop) return undefined;
    try {
      await hand(drop, key);
    } catch (error) {
      await store.empty(id, sealed.keyHash);
      throw error;
    }
    return drop;
  }

  find(id: string): Promise<SecretDrop | undefined> {
    return this.#parts.store.find(id);
  }

  /** @returns a link by which this person, and nobody else by their own, opens it; undefined when it cannot be opened any more */
  async linkFor(id: string, key: string, person: string): Promise<string | undefined> {
    const { store, clock } = this.#parts;
    const drop = await store.find(id);
    if (drop?.state !== 'filled' || drop.keyHash !== hashOf(key)) return undefined;
    const word = newKey();
    const grant = { hash: hashOf(word), person, sealedKey: seal(key, word, id) };
    if (!(await store.grant(id, grant, clock.now()))) return undefined;
    return this.#link(openPath, { id, word });
  }

  /** Whether this link opens something. Looking changes nothing: programs look at links, too. */
  async isThere({ id, word }: LinkWords): Promise<boolean> {
    const drop = await this.#parts.store.find(id);
    const hash = hashOf(word);
    return drop?.state === 'filled' && this.#isInTime(drop) && drop.grants.some((grant) => grant.hash === hash);
  }

  /** Opens it, once. @returns undefined for whoever comes second, or too late */
  async open({ id, word }: LinkWords): Promise<{ readonly drop: SecretDrop; readonly text: string } | undefined> {
    const hash = hashOf(word);
    const found = await this.#parts.store.open(id, hash, this.#parts.clock.now());
    const grant = found?.grants.find((one) => one.hash === hash);
    if (!found?.sealed || !grant) return undefined;
    const text = unseal(found.sealed, unseal(grant.sealedKey, word, id), id);
    const opened = { by: grant.person, at: this.#parts.clock.now() };
    return { drop: { ...found, state: 'opened', opened }, text };
  }

  expireOne(): Promise<SecretDrop | undefined> {
    return this.#parts.store.expireOne(this.#parts.clock.now());
  }

  noteCards(id: string, cards: { entry?: readonly MessageRef[]; open?: readonly MessageRef[] }): Promise<void> {
    return this.#parts.store.noteCards(id, cards);
  }

  #isInTime({ expiresAt }: SecretDrop): boolean {
    return expiresAt > this.#parts.clock.now();
  }

  #link(path: string, { id, word }: LinkWords): string | undefined {
    const base = this.#parts.publicUrl();
    return base === undefined ? undefined : `${base.replace(/\/+$/, '')}${path}/${id}.${word}`;
  }
}

export const enterPath = '/secret/enter';
export const openPath = '/secret/open';
