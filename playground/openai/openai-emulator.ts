import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CompletionBody, completionFor, textsIn, tokens } from './completion.ts';
import { askedFault, type OpenaiFault, openaiFaults } from './faults.ts';
import { leaksIn } from './leaks.ts';
import { vectorOf } from './vectors.ts';

/** What arrived, as it was sent. */
export interface EmulatedRequest {
  readonly path: string;
  /** The key that it came with. */
  readonly key: string | undefined;
  readonly body: string;
  /** Kinds of personal data and secrets in it; see `leaksIn`. */
  readonly leaks: readonly string[];
}

/**
 * A server that speaks OpenAI's language over HTTP and answers by simple rules, always the same way: chat completions with
 * structured output, embeddings, models. It listens on this machine alone and keeps what it was sent, for whoever tests.
 */
export class OpenaiEmulator {
  readonly requests: EmulatedRequest[] = [];
  readonly #server: Server;
  #fault: OpenaiFault | undefined;
  #times = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** @param port any free one when left out */
  static async start(port = 0): Promise<OpenaiEmulator> {
    const emulator = new OpenaiEmulator();
    await new Promise<void>((resolve, reject) => {
      emulator.#server.once('error', reject);
      emulator.#server.listen(port, '127.0.0.1', resolve);
    });
    return emulator;
  }

  /** For `OPENAI_BASE_URL`. */
  get url(): string {
    return `${this.#origin}/v1`;
  }

  /** Where every answer has a fault. */
  urlWith(fault: OpenaiFault): string {
    return `${this.#origin}/faults/${fault}/v1`;
  }

  /** The next requests go wrong; all of them when no number is said. */
  fail(fault: OpenaiFault | undefined, times = Number.POSITIVE_INFINITY): void {
    this.#fault = fault;
    this.#times = times;
  }

  async stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await stopped;
  }

  get #origin(): string {
    const address = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '/', method } = request;
    const body = await textOf(request);
    if (path === '/faults' && method === 'POST') return this.#switch(body, response);
    if (path === '/requests') return send(response, 200, this.requests);
    if (path.endsWith('/models')) return send(response, 200, modelList);
    const key = request.headers.authorization?.replace(/^Bearer /, '');
    this.requests.push({ path, key, body, leaks: leaksIn(body) });
    if (!key) return send(response, 401, problem('Incorrect API key provided.'));
    const parsed: CompletionBody & { readonly input?: unknown } = JSON.parse(body);
    const fault = this.#next() ?? askedFault(path, textsIn(parsed)[1]);
    if (fault === 'slow') return;
    if (fault === 'reset') return void request.socket.destroy();
    const refusal = refusalFor(fault, parsed);
    if (refusal) return send(response, refusal.status, problem(refusal.message), refusal.headers);
    if (fault === 'brokenBody') return sendText(response, 200, '{"id": "chatcmpl-emulated", "choi');
    if (path.endsWith('/chat/completions')) return send(response, 200, completionFor(parsed, fault));
    if (path.endsWith('/embeddings')) return send(response, 200, embeddingsOf(parsed));
    send(response, 404, problem(`Unknown request URL: ${method} ${path}.`));
  }

  /** `{"fault": "slow", "times": 2}`; without a fault all is well again. */
  #switch(body: string, response: ServerResponse): void {
    const { fault, times }: { fault?: string; times?: number } = JSON.parse(body || '{}');
    const known = openaiFaults.find((one) => one === fault);
    if (fault !== undefined && !known) {
      send(response, 400, problem(`Known faults: ${openaiFaults.join(', ')}.`));
      return;
    }
    this.fail(known, times);
    send(response, 200, { fault: known ?? null });
  }

  #next(): OpenaiFault | undefined {
    const fault = this.#fault;
    if (fault === undefined || this.#times <= 0) return undefined;
    this.#times -= 1;
    if (fault === 'busyOnce' || fault === 'errorOnce') this.#fault = undefined;
    return fault;
  }
}

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function refusalFor(fault: OpenaiFault | undefined, body: CompletionBody) {
  const { response_format: format, temperature, max_tokens: limit } = body;
  const refusals: Partial<Record<OpenaiFault, Refusal | false>> = {
    busy: { status: 429, message: 'Rate limit reached.', headers: { 'retry-after': '30' } },
    busyOnce: { status: 429, message: 'Rate limit reached.', headers: { 'retry-after': '0' } },
    error: { status: 500, message: 'The server had an error.' },
    errorOnce: { status: 500, message: 'The server had an error.' },
    denied: { status: 401, message: 'Incorrect API key provided.' },
    noSchema: format?.type === 'json_schema' && unknown('response_format of type json_schema'),
    noJson: format !== undefined && unknown('response_format'),
    noMaxTokens: limit !== undefined && unknown('max_tokens, use max_completion_tokens'),
    noTemperature: temperature !== undefined && unknown('temperature'),
  };
  return (fault !== undefined && refusals[fault]) || undefined;
}

function unknown(what: string): Refusal {
  return { status: 400, message: `Unsupported parameter: ${what}.` };
}

function embeddingsOf({ model, input }: { readonly model?: string; readonly input?: unknown }) {
  const texts = (Array.isArray(input) ? input : [input]).map(String);
  return {
    object: 'list',
    data: texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
    model: model ?? 'emulated',
    usage: { prompt_tokens: tokens(texts.join('')), total_tokens: tokens(texts.join('')) },
  };
}

const modelList = {
  object: 'list',
  data: [{ id: 'emulated', object: 'model', created: 1_780_000_000, owned_by: 'you' }],
};

function problem(message: string) {
  return { error: { message, type: 'invalid_request_error', param: null, code: null } };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Refusal['headers'] = {}): void {
  sendText(response, status, JSON.stringify(body), headers);
}

function sendText(response: ServerResponse, status: number, text: string, headers: Refusal['headers'] = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
