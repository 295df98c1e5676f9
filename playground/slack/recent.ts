/** Keeps the latest items and forgets the oldest, so that a workspace that runs for weeks does not fill the memory. */
export class Recent<Item> {
  readonly #items: Item[] = [];
  readonly #most: number;

  /** @param most how many are kept at least; up to a tenth more before the oldest go */
  constructor(most: number) {
    this.#most = most;
  }

  get all(): readonly Item[] {
    return this.#items;
  }

  push(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > this.#most * 1.1) this.#items.splice(0, this.#items.length - this.#most);
  }
}
