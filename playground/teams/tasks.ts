import type { Changes } from './changes.ts';
import type { TaskModule } from './model.ts';

/** The task module that each person has open; Teams shows one at a time. */
export class Tasks {
  readonly #open = new Map<string, TaskModule>();
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  of(personId: string): TaskModule | undefined {
    return this.#open.get(personId);
  }

  /** Opens a task module, or puts another in the place of the one that is open. */
  open(personId: string, task: TaskModule): void {
    const kind = this.#open.has(personId) ? 'task changed' : 'task opened';
    this.#open.set(personId, task);
    this.#changes.tell({ kind, personId, task });
  }

  close(personId: string): void {
    if (this.#open.delete(personId)) this.#changes.tell({ kind: 'task closed', personId });
  }
}
