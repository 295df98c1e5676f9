import type { JsonObject } from '../json.ts';

/** What Slack can bring an app: an event, what somebody did with a button or a modal, or a slash command. */
export type DeliveryKind = 'event' | 'interaction' | 'command';

/** One try to bring a delivery to the app. */
export interface Attempt {
  readonly via: 'http' | 'socket';
  readonly at: Date;
  readonly retryNum: number;
  readonly retryReason?: string;
  /** The HTTP status; 200 for an acknowledgement over the socket; undefined when there was no answer. */
  readonly status?: number;
  /** Why there was no answer. */
  readonly failure?: 'http_timeout' | 'connection_failed' | 'not_connected';
  readonly ms: number;
  /** What the app answered, as it wrote it. */
  readonly body: string;
  /** The app asked not to be tried again (x-slack-no-retry). */
  readonly noRetry: boolean;
}

/** Something on its way to the app, with every try so far. */
export class Delivery {
  readonly number: number;
  readonly kind: DeliveryKind;
  /** The event's type, the interaction's type, or the command. */
  readonly name: string;
  readonly payload: JsonObject;
  readonly #attempts: Attempt[] = [];
  readonly #firstAnswer: Promise<void>;
  #firstAnswered: () => void = () => undefined;
  #isHeld = false;

  constructor(what: { number: number; kind: DeliveryKind; name: string; payload: JsonObject }) {
    this.number = what.number;
    this.kind = what.kind;
    this.name = what.name;
    this.payload = what.payload;
    this.#firstAnswer = new Promise((resolve) => {
      this.#firstAnswered = resolve;
    });
  }

  get attempts(): readonly Attempt[] {
    return this.#attempts;
  }

  /** The latest try, if there was one. */
  get last(): Attempt | undefined {
    return this.#attempts.at(-1);
  }

  /** HTTP status of the latest try. */
  get status(): number | undefined {
    return this.last?.status;
  }

  /** Milliseconds that the latest try took. */
  get ms(): number | undefined {
    return this.last?.ms;
  }

  /** What the app answered to the latest try. */
  get body(): string {
    return this.last?.body ?? '';
  }

  /** It waits for `release()` and has not been sent. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** The app has taken it: some try got a 2xx. */
  get isTaken(): boolean {
    return this.#attempts.some(wasTaken);
  }

  /** Resolves after the first try, or at once when it is held back. */
  async tried(): Promise<this> {
    if (!this.#isHeld) await this.#firstAnswer;
    return this;
  }

  hold(): void {
    this.#isHeld = true;
  }

  letGo(): void {
    this.#isHeld = false;
  }

  record(attempt: Attempt): void {
    this.#attempts.push(attempt);
    this.#firstAnswered();
  }
}

/** Says whether the app answered with success. */
function wasTaken(attempt: Attempt): boolean {
  return attempt.status !== undefined && attempt.status >= 200 && attempt.status < 300;
}
