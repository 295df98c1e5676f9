import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createApp } from '../src/app.ts';
import type { Log } from '../src/log.ts';
import { aConfig } from './kit/a-config.ts';
import { RecordingChat } from './kit/recording-chat.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'deskhand-app-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** A platform whose start takes until it is let go. */
class SlowChat extends RecordingChat {
  readonly happened: string[] = [];
  letGo: () => void = () => undefined;
  readonly #held = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });

  override async start(): Promise<void> {
    await this.#held;
    this.happened.push('started');
  }

  override async stop(): Promise<void> {
    this.happened.push('stopped');
  }
}

describe('the desk as a program', () => {
  const troubles: unknown[] = [];
  const keep = (...said: unknown[]) => void troubles.push(said);
  const log: Log = { debug: () => {}, info: () => {}, warn: keep, error: keep };
  const app = (chat: RecordingChat) =>
    createApp({ host: '127.0.0.1', port: 0, dataDir, config: aConfig(), log, adapters: () => [chat] });

  it('is ready once its platforms have started, and not before', async () => {
    const chat = new SlowChat();
    const desk = await app(chat);
    const ready = async () => (await fetch(`${desk.url}/readyz`)).status;
    const started = desk.start();

    expect(await ready()).toBe(503);
    chat.letGo();
    await started;
    expect(await ready()).toBe(200);

    await desk.stop();
  });

  it('stopped while it starts, ends the start first and then stops, without trouble', async () => {
    const chat = new SlowChat();
    const desk = await app(chat);
    const started = desk.start();
    const stopped = desk.stop();
    chat.letGo();

    await Promise.all([started, stopped]);

    expect(chat.happened).toEqual(['started', 'stopped']);
    expect(troubles).toEqual([]);
  });
});
