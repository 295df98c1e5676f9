import { describe, it } from '@jest/globals';
import { storeContract } from './store-contract.ts';

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  storeContract('the server of TEST_MONGODB_URI', async () => ({ uri, stop: async () => {} }));
} else {
  process.stderr.write('TEST_MONGODB_URI is not set: the store contract runs on the embedded engine alone.\n');
  describe('the store contract on a server', () => {
    it.todo('is told when TEST_MONGODB_URI names one');
  });
}
