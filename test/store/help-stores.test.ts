import { describe, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { helpStoresContract } from './help-stores-contract.ts';

helpStoresContract('the embedded engine', aDatabase);

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  let count = 0;
  helpStoresContract('the server of TEST_MONGODB_URI', async () => {
    count += 1;
    const address = new URL(uri);
    address.pathname = `/help_${process.pid}_${count}`;
    return address.toString();
  });
} else {
  describe("the stores of the agents' help on a server", () => {
    it.todo('are told when TEST_MONGODB_URI names one');
  });
}
