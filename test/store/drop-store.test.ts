import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { dropStoreContract } from './drop-store-contract.ts';

dropStoreContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  dropStoreContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/drops_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe('the store of secrets on a server', () => {
    it.todo('is told when TEST_MONGODB_URI names one');
  });
}
