import { App, type Receiver } from '@slack/bolt';
import { isPayload, type Payload } from '../../src/chat/payload.ts';
import type { Log } from '../../src/log.ts';
import { boltLogger } from './bolt-logger.ts';

/** How a payload is answered: with nothing, or with what a form shows next. */
export type Answer = (body?: unknown) => Promise<void>;

/** What the adapter does with one payload; Slack is answered by the function it gets, or when it comes back. */
export type Handle = (body: Payload, answer: Answer) => Promise<void>;

/** Whether Slack has its answer, or is to send the payload again. */
export type Taken = 'answered' | 'again';

/**
 * Leads every payload, however it came, through Bolt to the adapter's one listener. An event is answered only after it
 * was handled, a click as soon as its handler says so. Bolt gets no token: it makes no client of its own for an event.
 */
export class Intake {
  readonly #app: App;
  readonly #log: Log;
  readonly #inHand = new Set<Promise<Taken>>();
  #handle: Handle | undefined;

  constructor(log: Log) {
    this.#log = log;
    this.#app = new App({
      receiver: nothingToStart,
      authorize: async () => ({}),
      ignoreSelf: false,
      convoStore: false,
      logger: boltLogger(log, 'debug'),
    });
    this.#app.use(async (args) => {
      await this.#listen(args.body as unknown as Payload, 'ack' in args ? (args.ack as Answer) : undefined);
    });
    this.#app.error(async (error) => {
      throw error;
    });
  }

  get isOpen(): boolean {
    return this.#handle !== undefined;
  }

  open(handle: Handle): void {
    this.#handle = handle;
  }

  /** Takes nothing more and waits for what is in hand. */
  async close(): Promise<void> {
    this.#handle = undefined;
    await Promise.allSettled(this.#inHand);
  }

  /** @param answer called once at most, unless Slack is to try again */
  take(body: Payload, answer: Answer): Promise<Taken> {
    const taken = this.#process(body, answer).finally(() => this.#inHand.delete(taken));
    this.#inHand.add(taken);
    return taken;
  }

  async #process(body: Payload, answer: Answer): Promise<Taken> {
    let isAnswered = false;
    const once: Answer = async (said) => {
      if (isAnswered) return;
      isAnswered = true;
      await answer(said);
    };
    const isEvent = body.event !== undefined; // Bolt answers events before it handles them: too early for us
    try {
      await this.#app.processEvent({ body: body as Record<string, unknown>, ack: isEvent ? later : once });
    } catch (error) {
      if (isPayload(error) && error.code === undelivered) return isAnswered ? 'answered' : 'again';
      this.#log.debug({ type: String(body.type) }, 'a payload of Slack is not shaped as expected, ignored');
    }
    await once();
    return 'answered';
  }

  async #listen(body: Payload, answer: Answer = later): Promise<void> {
    if (this.#handle === undefined) throw new Undelivered('The desk is stopping.');
    try {
      await this.#handle(body, answer);
    } catch (cause) {
      throw new Undelivered('The desk could not take this.', { cause });
    }
  }
}

const undelivered = 'deskhand_undelivered';

/** Carries a code, because Bolt wraps errors that have none. */
class Undelivered extends Error {
  readonly code = undelivered;
}

const later: Answer = async () => {};

const nothingToStart: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
