import { ChannelQueue } from './queue.ts';

/**
 * One queue for each channel that something is said in, and one for what is drawn anew there: Slack limits redraws by
 * the method, and new messages must not wait behind a redraw that has to.
 */
export class Queues {
  readonly #messagesPerSecond: number;
  readonly #queues = new Map<string, ChannelQueue>();

  constructor(messagesPerSecond: number) {
    this.#messagesPerSecond = messagesPerSecond;
  }

  of(channel: string): ChannelQueue {
    return this.#called(channel);
  }

  redrawsOf(channel: string): ChannelQueue {
    return this.#called(`${channel} redraws`);
  }

  #called(channel: string): ChannelQueue {
    const known = this.#queues.get(channel);
    if (known !== undefined) return known;
    if (this.#queues.size >= tidyAt) this.#forgetIdle();
    const queue = new ChannelQueue(this.#messagesPerSecond);
    this.#queues.set(channel, queue);
    return queue;
  }

  /** Comes back when everything has been said, or the signal has come. */
  async drain(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.drain(signal)));
  }

  #forgetIdle(): void {
    for (const [channel, queue] of this.#queues) if (queue.isIdle) this.#queues.delete(channel);
  }
}

const tidyAt = 2000;
