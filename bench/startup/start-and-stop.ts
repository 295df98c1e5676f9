import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A program to be started: it listens on PORT of HOST. */
export interface Started {
  /** Beside this file, as it was compiled. */
  readonly script: string;
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where it is asked; it has started when it says anything below 500. */
  readonly path: string;
}

const giveUpMs = 60_000;
const askEveryMs = 5;

/**
 * Starts a program, waits until it answers, and ends it.
 * @returns milliseconds from the start of its process until its answer
 * @throws Error when it ends by itself or does not answer within a minute
 */
export async function startAndStop({ script, flags, environment, path }: Started): Promise<number> {
  const port = await aFreePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL(script, import.meta.url))], {
    env: { PATH: process.env.PATH, ...environment, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await answers(child, `http://127.0.0.1:${port}${path}`);
    return performance.now() - began;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + giveUpMs;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.at(-1)} ended with ${child.exitCode}`);
    if ((await statusOf(url)) < 500) return;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
  throw new Error(`${child.spawnargs.at(-1)} does not answer`);
}

/** 599 when there is no answer. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 599);
    });
    request.once('error', () => resolve(599));
  });
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
