import { describe, it } from '@jest/globals';
import { reportsContract } from '../reports/reports-contract.ts';

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  reportsContract('the server of TEST_MONGODB_URI', async () => databaseAt(uri));
} else {
  describe('the reports on a server', () => {
    it.todo('are told when TEST_MONGODB_URI names one');
  });
}

function databaseAt(server: string): string {
  const address = new URL(server);
  address.pathname = `/reports_${process.pid}`;
  return address.toString();
}
