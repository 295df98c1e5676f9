import type { JournalEntry } from '../../src/journal.ts';
import type { Delivery } from '../slack/delivery/delivery.ts';
import type { Call } from '../slack/model.ts';
import { deedOf } from './deed.ts';
import type { Happening, WireCall } from './wire.ts';

/** How many happenings are kept, the latest. */
const keptHappenings = 200;
/** What was delivered and has not been handled: most of it never is, such as the desk's own messages. */
const keptDeliveries = 500;
const keptCalls = 60;
/** Calls without an event that come so close together are told as one happening, in milliseconds. */
const togetherMs = 1500;

/** Puts together what came in, what the desk made of it, and what it asked of Slack in turn. */
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

  called(call: Call): void {
    if (call.event === undefined) {
      this.#calledByItself(call);
      return;
    }
    const known = this.#all.get(call.event);
    this.#put(call.event, { calls: withCall(known?.calls ?? [], call) }, call.at.getTime());
  }

  /** @param at when its answer came, milliseconds since 1970 */
  delivered(delivery: Delivery, at: number): void {
    const deed = deedOf(delivery);
    if (!deed) return;
    const { id, ...fields } = deed;
    const known = { ...fields, taken: takenHow(delivery) };
    if (this.#all.has(id) || !delivery.isTaken) {
      this.#put(id, known, at);
      return;
    }
    this.#brought.set(id, known);
    for (const oldest of this.#brought.keys()) {
      if (this.#brought.size <= keptDeliveries) break;
      this.#brought.delete(oldest);
    }
  }

  #calledByItself(call: Call): void {
    const at = call.at.getTime();
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

function withCall(calls: readonly WireCall[], call: Call): readonly WireCall[] {
  const error = call.answer.ok === false ? String(call.answer.error) : undefined;
  const isFine = error === undefined && typeof call.status === 'number' && call.status >= 200 && call.status < 300;
  const { number, method } = call;
  const wire = { number, method, ms: rounded(call.ms), status: error ?? String(call.status), isFine };
  return [...calls, wire].slice(-keptCalls);
}

function takenHow({ last }: Delivery): string {
  if (!last) return 'not sent yet';
  return last.status === undefined ? (last.failure ?? 'no answer') : `${last.status} in ${rounded(last.ms)} ms`;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
