import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SlackWorkspace } from '../../../playground/slack/slack-workspace.ts';
import { scenarioDeskFile } from '../../scenarios/kit/scenario-desk.ts';

/** Which program is run: the sources, unless this names a built one (`dist/src/main.js`). */
const main = process.env.TEST_DESK_MAIN ?? 'src/main.ts';

/** A desk as a process of its own, which can be killed. */
export interface DeskProcess {
  /** As `kill -9` does: nothing is finished. Comes back when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM. @returns its exit code and how long it took */
  terminate(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

export interface DeskProcessOptions {
  readonly slack: SlackWorkspace;
  readonly dataDir: string;
  readonly port: number;
  /** So many messages a second to a channel. */
  readonly messagesPerSecond?: number;
}

/**
 * Starts the desk on a folder, with the emulated workspace as its Slack; comes back when it is ready. Where all write nearly
 * the same and every message is counted, nobody is asked whether theirs is the same.
 */
export async function startDesk({ slack, messagesPerSecond = 50, ...where }: DeskProcessOptions): Promise<DeskProcess> {
  const deskFile = join(where.dataDir, 'desk.yaml');
  await writeFile(deskFile, `${await readFile(scenarioDeskFile, 'utf8')}\noutages: off\nrecurring: off\n`);
  const platform = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_MESSAGES_PER_SECOND: String(messagesPerSecond),
  };
  return startDeskOn({ ...where, deskFile, platform });
}

export interface PlatformProcessOptions {
  /** What the environment says of the platform. */
  readonly platform: Readonly<Record<string, string>>;
  readonly deskFile: string;
  readonly dataDir: string;
  readonly port: number;
}

/** Starts the desk on a folder, on any platform; comes back when it is ready. */
export async function startDeskOn(options: PlatformProcessOptions): Promise<DeskProcess> {
  const loader = main.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, main], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = recorded(child);
  const gone = new Promise<number | null>((resolve) => void child.once('exit', (code) => resolve(code)));
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const began = performance.now();
    child.kill(signal);
    return { code: await gone, ms: performance.now() - began };
  };
  await untilReady(options.port, child, said);
  return { kill: async () => void (await end('SIGKILL')), terminate: () => end('SIGTERM') };
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function environment({ platform, deskFile, dataDir, port }: PlatformProcessOptions): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...(PATH ? { PATH } : {}),
    ...(HOME ? { HOME } : {}),
    ...(TMPDIR ? { TMPDIR } : {}),
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DESK_FILE: deskFile,
    LOG_LEVEL: 'warn',
    ...platform,
  };
}

/** The last of what it wrote, for the report of a failure. */
function recorded(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

const readyWithinMs = 60_000;

async function untilReady(port: number, child: ChildProcess, said: () => string): Promise<void> {
  const giveUpAt = performance.now() + readyWithinMs;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`The desk ended with ${child.exitCode}.\n${said()}`);
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The desk was not ready after ${readyWithinMs} ms.\n${said()}`);
}
