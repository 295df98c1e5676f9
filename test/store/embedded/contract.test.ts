import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';
import { storeContract } from '../store-contract.ts';

storeContract('the embedded engine', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-contract-'));
  const { uri, stop } = await startEmbedded({ dataDir });
  return {
    uri,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true });
    },
  };
});
