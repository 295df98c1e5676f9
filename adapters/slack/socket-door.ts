import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { type Dispatcher, fetch as undiciFetch } from 'undici';
import type { Log } from '../../src/log.ts';
import { boltLogger } from './bolt-logger.ts';
import type { Answer, Intake } from './intake.ts';

/**
 * Takes Slack's payloads over Socket Mode, on Bolt's receiver. It stands between that receiver and Bolt, because Bolt
 * would acknowledge an event before it is stored.
 * Source: https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketDoor {
  readonly #receiver: SocketModeReceiver;
  #isStopped = false;

  constructor(to: { appToken: string; apiUrl: string; dispatcher: Dispatcher; intake: Intake; log: Log }) {
    // undici's own types and those of the platform's fetch differ in name only
    const fetch = ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher: to.dispatcher })) as unknown;
    this.#receiver = new SocketModeReceiver({
      appToken: to.appToken,
      clientPingTimeout: 2500, // also the pause before a broken connection is opened again: 5 s are long for who clicks
      logger: boltLogger(to.log, 'warn'),
      installerOptions: {
        clientOptions: {
          slackApiUrl: to.apiUrl,
          fetch: fetch as typeof globalThis.fetch,
          retryConfig: { forever: true, factor: 1.5, minTimeout: 500, maxTimeout: 15_000 },
        },
      },
      processEventErrorHandler: async () => false,
    });
    const between = { processEvent: (event: ReceiverEvent) => this.#take(event, to.intake) };
    this.#receiver.init(between as unknown as App);
  }

  /** Comes back when connected, which may take as long as Slack is away. A broken connection is opened again by itself. */
  async start(): Promise<void> {
    await this.#receiver.start();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#receiver.stop().catch(() => undefined);
  }

  /** What is not acknowledged Slack sends again. */
  async #take({ body, ack }: ReceiverEvent, intake: Intake): Promise<void> {
    if (this.#isStopped || !intake.isOpen) return;
    await intake.take(body, ack as Answer);
  }
}
