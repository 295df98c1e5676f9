import type { JournalEntry } from '../../src/journal.ts';
import type { Happening, WireCall, WirePlatform } from './wire.ts';

/** What somebody did, as a platform has brought it to the desk. */
export interface Brought {
  readonly platform: WirePlatform;
  /** The id under which the desk handles it, or those under which it may. */
  readonly ids: readonly [string, ...string[]];
  readonly who?: string;
  readonly deed: string;
  /** How the desk took it: `200 in 4 ms`. */
  readonly taken: string;
  readonly isTaken: boolean;
  /** When its answer came, milliseconds since 1970. */
  readonly at: number;
}

/** A request of the desk, and the event that it says it was handling. */
export interface CallOut extends WireCall {
  readonly at: number;
  readonly event?: string;
}

/** How many happenings are kept, the latest. */
const keptHappenings = 200;
/** What was delivered and has not been handled: most of it never is, such as the desk's own messages. */
const keptDeliveries = 500;
const keptCalls = 60;
/** Calls without an event that come so close together are told as one happening, in milliseconds. */
const togetherMs = 1500;

/** Puts together what came in, what the desk made of it, and what it asked of the platforms in turn. */
export class Happenings {
  readonly #all = new Map<string, Happening>();
  readonly #brought = new Map<string, Partial<Happening>>();
  readonly #tell: (happening: Happening) => void;
  #byItself: Happening | undefined;
  #count = 0;

  constructor(tell: (happening: Happening) => void) {
    this.#tell = tell;
  }

  /** Oldest first. */
  get all(): readonly Happening[] {
    return [...this.#all.values()];
  }

  handled({ event, kind, flow, at, ms, outcome, tickets }: JournalEntry): void {
    // What the delivery says somebody did is plainer than the kind of event.
    const isNamed = this.#all.get(event)?.taken !== undefined || this.#brought.has(event);
    this.#put(event, { ...(isNamed ? {} : { deed: kind }), kind, flow, ms, outcome, tickets }, at.getTime());
  }

  called({ at, event, ...call }: CallOut): void {
    if (event === undefined) {
      this.#calledByItself(call, at);
      return;
    }
    const known = this.#all.get(event);
    this.#put(event, { calls: withCall(known?.calls ?? [], call) }, at);
  }

  delivered({ ids, at, isTaken, ...known }: Brought): void {
    const told = ids.find((id) => this.#all.has(id));
    if (told !== undefined || !isTaken) {
      this.#put(told ?? ids[0], known, at);
      return;
    }
    for (const id of ids) this.#brought.set(id, known);
    for (const oldest of this.#brought.keys()) {
      if (this.#brought.size <= keptDeliveries) break;
      this.#brought.delete(oldest);
    }
  }

  #calledByItself(call: WireCall, at: number): void {
    const latest = this.#byItself;
    const isSame = latest !== undefined && at - latest.at < togetherMs && this.#all.has(latest.id);
    if (!isSame) this.#count += 1;
    const id = isSame ? latest.id : `by-itself-${this.#count}`;
    const calls = withCall(isSame ? (this.#all.get(id)?.calls ?? []) : [], call);
    this.#byItself = this.#put(id, { deed: 'the desk, by itself', calls }, at);
  }

  #put(id: string, fields: Partial<Happening>, at: number): Happening {
    const first = { id, at, deed: 'something', tickets: [], calls: [] };
    const happening = { ...first, ...this.#all.get(id), ...this.#brought.get(id), ...fields };
    this.#brought.delete(id);
    this.#all.set(id, happening);
    for (const oldest of this.#all.keys()) {
      if (this.#all.size <= keptHappenings) break;
      this.#all.delete(oldest);
    }
    this.#tell(happening);
    return happening;
  }
}

function withCall(calls: readonly WireCall[], call: WireCall): readonly WireCall[] {
  return [...calls, call].slice(-keptCalls);
}

/** One digit after the point is enough of a millisecond. */
export function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
