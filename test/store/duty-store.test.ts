import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { dutyStoreContract } from './duty-store-contract.ts';

dutyStoreContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  dutyStoreContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/duty_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe('turns and absences on a server', () => {
    it.todo('are told when TEST_MONGODB_URI names one');
  });
}
