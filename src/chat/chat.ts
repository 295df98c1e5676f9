import type { ChatAdapter } from './adapter.ts';
import { type MessageRef, type PersonRef, type Place, platformOf } from './refs.ts';

/** The platforms that are on, found by whatever reference they gave. */
export class Chat {
  readonly adapters: readonly ChatAdapter[];

  constructor(adapters: readonly ChatAdapter[]) {
    this.adapters = adapters;
  }

  /** @throws RangeError when the platform is not on */
  at(ref: PersonRef | Place | MessageRef): ChatAdapter {
    const adapter = this.adapters.find(({ platform }) => platform === platformOf(ref));
    if (!adapter) throw new RangeError(`${platformOf(ref)} is not on, so ${ref} cannot be reached`);
    return adapter;
  }

  /** The first of a person's references whose platform is on. */
  reach(refs: readonly PersonRef[]): PersonRef | undefined {
    return refs.find((ref) => this.adapters.some(({ platform }) => platform === platformOf(ref)));
  }
}
