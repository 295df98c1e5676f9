import { randomBytes } from 'node:crypto';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Identity, SlackView } from './model.ts';
import { viewFrom } from './payloads/view-from.ts';
import { SlackError } from './slack-error.ts';

/** At most this many modals lie on top of each other (docs.slack.dev, views.push). */
const deepestStack = 3;

interface ViewsParts {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly changes: Changes;
}

/** The modals that people have open, stack by stack, and everyone's App Home. */
export class Views {
  readonly #stacks = new Map<string, readonly SlackView[]>();
  readonly #homes = new Map<string, SlackView>();
  readonly #errors = new Map<string, Readonly<Record<string, string>>>();
  readonly #parts: ViewsParts;

  constructor(parts: ViewsParts) {
    this.#parts = parts;
  }

  /** What lies open before the person; the last one is on top. */
  stackOf(personId: string): readonly SlackView[] {
    return this.#stacks.get(personId) ?? [];
  }

  homeOf(personId: string): SlackView | undefined {
    return this.#homes.get(personId);
  }

  /** What the app found wrong with the latest submission: block_id → text. */
  errorsOf(view: SlackView): Readonly<Record<string, string>> {
    return this.#errors.get(view.id) ?? {};
  }

  /** Finds an open modal or a home, and whose it is. */
  find(by: { id?: string; externalId?: string }): { person: string; view: SlackView } | undefined {
    const fits = (view: SlackView) =>
      by.id === undefined ? view.external_id !== '' && view.external_id === by.externalId : view.id === by.id;
    for (const [person, stack] of this.#stacks) {
      const view = stack.find(fits);
      if (view) return { person, view };
    }
    for (const [person, view] of this.#homes) if (fits(view)) return { person, view };
    return undefined;
  }

  open(person: string, given: JsonObject): SlackView {
    this.closeAll(person);
    return this.#add(person, given);
  }

  /** @throws SlackError push_limit_reached, not_found when the person has no modal open */
  push(person: string, given: JsonObject): SlackView {
    const stack = this.stackOf(person);
    if (stack.length === 0) throw new SlackError('not_found');
    if (stack.length >= deepestStack) throw new SlackError('push_limit_reached');
    return this.#add(person, given);
  }

  /** @throws SlackError hash_conflict when the view has changed since the given hash */
  update(person: string, view: SlackView, given: JsonObject, hash?: string): SlackView {
    if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
    this.#refuseTwin(given, view.id);
    const next = viewFrom(given, { ...this.#stamp(view.id), previous: view });
    this.#errors.delete(view.id);
    this.replace(person, next);
    return next;
  }

  publish(person: string, given: JsonObject, hash?: string): SlackView {
    const known = this.#homes.get(person);
    if (hash !== undefined && known && hash !== known.hash) throw new SlackError('hash_conflict');
    const id = known?.id ?? this.#parts.ids.next('V');
    const view = viewFrom(given, { ...this.#stamp(id), ...(known ? { previous: known } : {}) });
    this.#homes.set(person, view);
    this.#parts.changes.tell({ kind: 'home published', person, view });
    return view;
  }

  /** Puts a form of the same view in its place: what was typed, or what the app drew anew. */
  replace(person: string, view: SlackView): void {
    if (view.type === 'home') this.#homes.set(person, view);
    else
      this.#stacks.set(
        person,
        this.stackOf(person).map((one) => (one.id === view.id ? view : one)),
      );
    this.#parts.changes.tell({ kind: 'view updated', person, view });
  }

  refuse(person: string, view: SlackView, errors: Readonly<Record<string, string>>): void {
    this.#errors.set(view.id, errors);
    this.#parts.changes.tell({ kind: 'view refused', person, view, errors });
  }

  close(person: string, view: SlackView): void {
    this.#stacks.set(
      person,
      this.stackOf(person).filter((one) => one.id !== view.id),
    );
    this.#errors.delete(view.id);
    this.#parts.changes.tell({ kind: 'view closed', person, view });
  }

  closeAll(person: string): void {
    for (const view of [...this.stackOf(person)].reverse()) this.close(person, view);
  }

  #add(person: string, given: JsonObject): SlackView {
    this.#refuseTwin(given);
    const below = this.stackOf(person);
    const view = viewFrom(given, { ...this.#stamp(this.#parts.ids.next('V')), below });
    this.#stacks.set(person, [...below, view]);
    this.#parts.changes.tell({ kind: 'view opened', person, view });
    return view;
  }

  #stamp(id: string) {
    const hash = `${Math.floor(this.#parts.clock.now().getTime() / 1000)}.${randomBytes(4).toString('hex')}`;
    return { id, hash, identity: this.#parts.identity };
  }

  #refuseTwin(given: JsonObject, ownId?: string): void {
    const externalId = given.external_id;
    if (typeof externalId !== 'string' || externalId === '') return;
    const twin = this.find({ externalId });
    if (twin && twin.view.id !== ownId) throw new SlackError('duplicate_external_id');
  }
}
