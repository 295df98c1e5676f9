import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { modelStoreContract } from './model-store-contract.ts';

modelStoreContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  modelStoreContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/models_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe('what models cost, on a server', () => {
    it.todo('is told when TEST_MONGODB_URI names one');
  });
}
