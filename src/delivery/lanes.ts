import PQueue from 'p-queue';

/** So many lanes are worked on at the same time; the others wait. */
const maxLanes = 40;

/** Work in lanes: one after the other within a lane, lanes side by side. */
export class Lanes {
  readonly #ends = new Map<string, Promise<void>>();
  readonly #queue = new PQueue({ concurrency: maxLanes });

  /** Work that throws does not stop its lane; the error is the caller's. */
  run(lane: string, work: () => Promise<void>): Promise<void> {
    const before = this.#ends.get(lane) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.#queue.add(work));
    const end = mine
      .catch(() => {})
      .then(() => {
        if (this.#ends.get(lane) === end) this.#ends.delete(lane);
      });
    this.#ends.set(lane, end);
    return mine;
  }

  async idle(): Promise<void> {
    while (this.#ends.size > 0) await Promise.all(this.#ends.values());
  }
}
