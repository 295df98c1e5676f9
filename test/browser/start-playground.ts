import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackAdapter } from '../../adapters/slack/adapter.ts';
import { aPlayground, type Playground } from '../../playground/playground.ts';
import { createApp } from '../../src/app.ts';
import { readDeskFile } from '../../src/config/read-desk-file.ts';
import { silentLog } from '../../src/log.ts';

export interface RunningPlayground {
  readonly url: string;
  readonly playground: Playground;
  stop(): Promise<void>;
}

/** The whole desk with its playground, as main.ts puts it together, on a data folder of its own. */
export async function startPlayground(): Promise<RunningPlayground> {
  const deskFile = await readDeskFile('desk.yaml');
  if (!('config' in deskFile)) throw new Error('The demo desk.yaml cannot be read.');
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-browser-'));
  const log = silentLog;
  const playground = await aPlayground({ desk: deskFile.config, log });
  const app = await createApp({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    config: deskFile.config,
    log,
    adapters: (ports) => [slackAdapter({ ...playground.slack, ...ports, log })],
    pages: playground.pages,
  });
  await playground.connect(app.url);
  await app.start();
  return {
    url: app.url,
    playground,
    stop: async () => {
      playground.closePages();
      await app.stop();
      await playground.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
