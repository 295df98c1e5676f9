import mongoose, { type Connection } from 'mongoose';
import { mendDriver } from './mend-driver.ts';

export type { Connection };

/**
 * Opens the database, one code path for MongoDB and the embedded server.
 * @param uri a server, a replica set (6.0 or later), or the embedded server's socket
 * @throws MongooseServerSelectionError when it does not answer within 5 s
 */
export async function connect(uri: string): Promise<Connection> {
  mendDriver();
  return mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      ignoreUndefined: true,
      maxPoolSize: 50, // so many clicks at once share one commit of the embedded store
      serverSelectionTimeoutMS: 5000,
      appName: 'deskhand',
    })
    .asPromise();
}
