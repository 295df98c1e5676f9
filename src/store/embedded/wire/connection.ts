import type { Socket } from 'node:net';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { encodeAnswer } from '../values/encode-bson.ts';
import { messageLength, readMessage, requestIdOf, type WireCommand, writeMessage } from './wire-message.ts';

/** Carries out one command and gives the fields of its answer; throws CommandError to refuse it. */
export type CommandHandler = (body: Document, connectionId: number) => Promise<Document> | Document;

/** Serves one client: its commands one after the other, each answered before the next is begun. */
export class Connection {
  readonly #socket: Socket;
  readonly #id: number;
  readonly #handle: CommandHandler;
  readonly #onBug: (cause: unknown) => void;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #isBusy = false;

  constructor(socket: Socket, id: number, handle: CommandHandler, onBug: (cause: unknown) => void) {
    this.#socket = socket;
    this.#id = id;
    this.#handle = handle;
    this.#onBug = onBug;
    socket.on('data', (chunk) => this.#take(chunk));
    // A client that goes away takes its connection with it; there is nobody left to tell.
    socket.on('error', () => socket.destroy());
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#receivedBytes += chunk.length;
    if (!this.#isBusy) void this.#serve();
  }

  async #serve(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let message = this.#next(); message; message = this.#next()) await this.#answer(message);
    } catch {
      // What follows a broken message cannot be told apart, so the connection ends.
      this.#socket.destroy();
    }
    this.#isBusy = false;
  }

  #next(): Buffer | undefined {
    const [first] = this.#received;
    if (!first) return undefined;
    const head = first.length >= 4 ? first : this.#join();
    const length = messageLength(head);
    if (length === undefined || this.#receivedBytes < length) return undefined;
    const all = this.#join();
    const rest = all.subarray(length);
    this.#received = rest.length === 0 ? [] : [rest];
    this.#receivedBytes = rest.length;
    return all.subarray(0, length);
  }

  #join(): Buffer {
    const [first] = this.#received;
    const all = first && this.#received.length === 1 ? first : Buffer.concat(this.#received);
    this.#received = [all];
    return all;
  }

  async #answer(message: Buffer): Promise<void> {
    const requestId = requestIdOf(message);
    let form: WireCommand['form'] = 'message';
    let answer: Document;
    try {
      const command = readMessage(message);
      form = command.form;
      answer = { ...(await this.#handle(command.body, this.#id)), ok: 1 };
      if (command.isSilent) return;
    } catch (cause) {
      answer = this.#failure(cause);
    }
    this.#send(answer, requestId, form);
  }

  #send(answer: Document, requestId: number, form: WireCommand['form']): void {
    if (!this.#socket.destroyed) this.#socket.write(writeMessage(encodeAnswer(answer), requestId, form));
  }

  #failure(cause: unknown): Document {
    if (cause instanceof CommandError) return describeFailure(cause);
    this.#onBug(cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    return describeFailure(new CommandError(1, `The embedded engine failed: ${message}`));
  }
}

/** A refusal as the fields of an answer. */
export function describeFailure(failure: CommandError): Document {
  return { ok: 0, errmsg: failure.message, code: failure.code, codeName: failure.codeName, ...failure.details };
}
