import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Frame, frameOf, opcodes, readFrame } from './frames.ts';

/** RFC 6455 gives this text to every server, to prove that it speaks WebSocket. */
const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The server's end of one WebSocket: just what Socket Mode needs, text and the control frames. */
export class WebSocketEnd {
  readonly #socket: Duplex;
  readonly #onText: (text: string) => void;
  #data: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];

  constructor(
    request: IncomingMessage,
    socket: Duplex,
    on: { readonly text: (text: string) => void; readonly close: () => void },
  ) {
    this.#socket = socket;
    this.#onText = on.text;
    const key = `${request.headers['sec-websocket-key'] ?? ''}${handshakeGuid}`;
    const accept = createHash('sha1').update(key).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write([...lines, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
    socket.on('data', (data: Buffer) => this.#take(data));
    socket.on('error', () => socket.destroy());
    socket.on('close', on.close);
  }

  send(text: string): void {
    this.#write(opcodes.text, Buffer.from(text));
  }

  ping(): void {
    this.#write(opcodes.ping, Buffer.from('Ping from Slack'));
  }

  /** Says goodbye and hangs up. */
  close(): void {
    const normal = Buffer.from([0x03, 0xe8]);
    this.#write(opcodes.close, normal);
    this.#socket.end(() => this.#socket.destroy());
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    this.#data = Buffer.concat([this.#data, data]);
    for (let read = readFrame(this.#data); read; read = readFrame(this.#data)) {
      this.#data = read.rest;
      this.#handle(read.frame);
    }
  }

  #handle({ opcode, payload, isFinal }: Frame): void {
    if (opcode === opcodes.ping) this.#write(opcodes.pong, payload);
    else if (opcode === opcodes.close) this.close();
    else if (opcode !== opcodes.pong) this.#collect(payload, isFinal);
  }

  #collect(payload: Buffer, isFinal: boolean): void {
    this.#parts.push(payload);
    if (!isFinal) return;
    const text = Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#onText(text);
  }

  #write(opcode: number, payload: Buffer): void {
    if (!this.#socket.destroyed && this.#socket.writable) this.#socket.write(frameOf(opcode, payload));
  }
}
