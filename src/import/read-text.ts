import { createReadStream } from 'node:fs';
import type { Encoding } from './import-map.ts';

/** The bytes of a file are not what its encoding allows. */
export class WrongEncoding extends Error {
  /** 1 is the first. */
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is not written in the encoding that was named`);
    this.line = line;
  }
}

/**
 * The text of a file, piece by piece, without its byte order mark.
 * @throws WrongEncoding at the first line that is not written so
 * @throws the error of the file system when it cannot be read
 */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const text = decoded(decoder, bytes);
    if (text === undefined) throw new WrongEncoding(line + newlinesBeforeFault(bytes, encoding));
    line += newlinesIn(text);
    yield text;
  }
  if (decoded(decoder) === undefined) throw new WrongEncoding(line);
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes?: Buffer): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return undefined;
  }
}

function newlinesIn(text: string): number {
  return text.match(/\n|\r(?!\n)/g)?.length ?? 0;
}

/** The lines before the first that cannot be read; its own first bytes may belong to the piece before. */
function newlinesBeforeFault(bytes: Buffer, encoding: Encoding): number {
  const lenient = new TextDecoder(encoding).decode(bytes);
  const at = lenient.slice(1).indexOf('\ufffd');
  return newlinesIn(lenient.slice(0, at + 1));
}
