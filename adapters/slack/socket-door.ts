import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { type Dispatcher, fetch as undiciFetch } from 'undici';
import { pauseMs, wait } from '../../src/chat/backoff.ts';
import { isPayload, part, word } from '../../src/chat/payload.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { boltLogger } from './bolt-logger.ts';
import { needsSomebody } from './errors.ts';
import type { Answer, Intake } from './intake.ts';
import type { Trouble } from './options.ts';

interface Socket {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly dispatcher: Dispatcher;
  readonly intake: Intake;
  readonly log: Log;
  readonly onTrouble: (trouble: Trouble) => void;
}

/**
 * Takes Slack's payloads over Socket Mode, on Bolt's receiver. It stands between that receiver and Bolt, because Bolt
 * would acknowledge an event before it is stored; and it connects anew by itself, because the receiver's own way ends
 * the process when Slack is away for longer.
 * Source: https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketDoor {
  readonly #receiver: SocketModeReceiver;
  readonly #socket: Socket;
  readonly #stopped = new AbortController();
  #isConnecting = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#receiver = receiverFor(socket);
    const between = { processEvent: (event: ReceiverEvent) => this.#take(event) };
    this.#receiver.init(between as unknown as App);
  }

  /**
   * Comes back when connected, which may take as long as Slack is away.
   * @throws DeliveryError when the app token can never work
   */
  async start(): Promise<void> {
    await this.#connect();
    this.#receiver.client.on('disconnected', () => {
      if (!this.#isConnecting && !this.#stopped.signal.aborted) void this.#connect().catch(() => undefined);
    });
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#receiver.stop().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    this.#isConnecting = true;
    await this.#untilConnected(this.#stopped.signal).finally(() => {
      this.#isConnecting = false;
    });
  }

  async #untilConnected(signal: AbortSignal): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        await Promise.race([this.#receiver.start(), aborted(signal)]);
        return;
      } catch (error) {
        const code = codeOf(error);
        if (needsSomebody(code)) throw this.#refused(code, error);
        this.#socket.log.warn({ code }, 'no Socket Mode connection, the desk keeps trying');
      }
      await wait(pauseMs(failures, pace), signal);
    }
  }

  #refused(code: string, cause: unknown): DeliveryError {
    const what = 'opening a Socket Mode connection';
    const advice =
      'SLACK_APP_TOKEN does not work. Generate an app-level token with the scope connections:write (Slack app settings, ' +
      'Basic Information), and see that Socket Mode is on.';
    this.#socket.onTrouble({ code, what, advice });
    return new DeliveryError(code, `Slack: ${what} failed with ${code}. ${advice}`, { isPermanent: true, cause });
  }

  /** What is not acknowledged Slack sends again. */
  async #take({ body, ack }: ReceiverEvent): Promise<void> {
    const { intake } = this.#socket;
    if (intake.isOpen) await intake.take(body, ack as Answer);
  }
}

const pace = { firstMs: 200, longestMs: 15_000 };

function receiverFor({ appToken, apiUrl, dispatcher, log }: Socket): SocketModeReceiver {
  // undici's own types and those of the platform's fetch differ in name only
  const fetch = ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher })) as unknown;
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(log, 'debug'),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, fetch: fetch as typeof globalThis.fetch, retryConfig: { retries: 0 } },
    },
    processEventErrorHandler: async () => false,
  });
}

function codeOf(error: unknown): string {
  const code = isPayload(error) ? (word(part(error, 'data'), 'error') ?? word(error, 'code')) : undefined;
  return code ?? 'no_answer';
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
