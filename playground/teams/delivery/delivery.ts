import { type Json, type JsonObject, parsed, textIn } from '../../slack/json.ts';

/** One try to bring an activity to the bot. */
export interface Attempt {
  readonly at: Date;
  /** The HTTP status; undefined when there was no answer. */
  readonly status?: number;
  /** Why there was no answer. */
  readonly failure?: 'timeout' | 'connection failed' | 'not connected';
  readonly ms: number;
  /** What the bot answered, as it wrote it. */
  readonly body: string;
}

/** An activity on its way to the bot, with every try so far. */
export class Delivery {
  readonly number: number;
  readonly activity: JsonObject;
  readonly #attempts: Attempt[] = [];
  readonly #firstAnswer: Promise<void>;
  #firstAnswered: () => void = () => undefined;
  #isHeld = false;

  constructor(number: number, activity: JsonObject) {
    this.number = number;
    this.activity = activity;
    this.#firstAnswer = new Promise((resolve) => {
      this.#firstAnswered = resolve;
    });
  }

  /** The invoke's name, else the activity's type. */
  get name(): string {
    return textIn(this.activity.name) ?? textIn(this.activity.type) ?? '';
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

  /** What the bot answered to the latest try, when that was JSON. */
  get answer(): Json | undefined {
    return parsed(this.last?.body ?? '');
  }

  /** It waits for `release()` and has not been sent. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** The bot has taken it: some try got a 2xx. */
  get isTaken(): boolean {
    return this.#attempts.some(({ status }) => status !== undefined && status >= 200 && status < 300);
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
