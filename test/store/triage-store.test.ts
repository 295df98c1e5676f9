import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { triageStoreContract } from './triage-store-contract.ts';

triageStoreContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  triageStoreContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/triage_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe('lessons and licences on a server', () => {
    it.todo('are told when TEST_MONGODB_URI names one');
  });
}
