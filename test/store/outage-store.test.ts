import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { outageStoreContract } from './outage-store-contract.ts';

outageStoreContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  outageStoreContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/outages_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe('outages on a server', () => {
    it.todo('are told when TEST_MONGODB_URI names one');
  });
}
