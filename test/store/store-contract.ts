import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Collection, type Db, type Document, MongoClient } from 'mongodb';
import { aggregationContract } from './contract/aggregation-contract.ts';
import { expressionContract } from './contract/expression-contract.ts';
import { indexContract } from './contract/index-contract.ts';
import { queryContract } from './contract/query-contract.ts';
import { typeContract } from './contract/type-contract.ts';
import { updateContract } from './contract/update-contract.ts';
import { writeContract } from './contract/write-contract.ts';

/** What each part of the contract works on: a collection that is empty at the beginning of every test. */
export interface ContractStore {
  readonly db: () => Db;
  readonly collection: () => Collection<Document>;
}

/** A server under test, and how to leave it. */
export interface ContractServer {
  readonly uri: string;
  stop(): Promise<void>;
}

/**
 * What Deskhand relies on from its store, told through the ordinary driver alone, so that every server can be held to it.
 * @param name of the server, for the test report
 * @param connect starts or names a server
 */
export function storeContract(name: string, connect: () => Promise<ContractServer>): void {
  describe(`the store contract on ${name}`, () => {
    let server: ContractServer;
    let client: MongoClient;
    const databaseName = `contract_${process.pid}`;
    const db = () => client.db(databaseName);
    const collection = () => db().collection<Document>('things');

    beforeAll(async () => {
      server = await connect();
      client = await new MongoClient(server.uri).connect();
      await db().dropDatabase();
    });
    beforeEach(async () => {
      await collection()
        .drop()
        .catch(() => undefined);
    });
    afterAll(async () => {
      await db().dropDatabase();
      await client.close();
      await server.stop();
    });

    const store: ContractStore = { db, collection };
    writeContract(store);
    queryContract(store);
    updateContract(store);
    indexContract(store);
    aggregationContract(store);
    expressionContract(store);
    typeContract(store);

    it('answers who it is', async () => {
      expect(await db().command({ ping: 1 })).toMatchObject({ ok: 1 });
      expect(await db().command({ buildInfo: 1 })).toMatchObject({ version: expect.any(String), ok: 1 });
    });
  });
}
