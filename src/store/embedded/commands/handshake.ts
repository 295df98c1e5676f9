import type { Document } from '../values/document.ts';
import { maxDocumentBytes } from '../values/encode-bson.ts';
import { maxMessageBytes } from '../wire/wire-message.ts';
import type { Command, CommandCall } from './command.ts';

/** The version that the engine announces: what MongoDB 7.0 can do is the measure. */
export const announcedVersion = { text: '7.0.0', parts: [7, 0, 0, 0], maxWireVersion: 21 } as const;

/** The handshake: a server that stands alone, takes writes, and knows sessions. */
export const hello: Command = {
  fields: handshakeFields(),
  run: (call) => ({ isWritablePrimary: true, ...describe(call) }),
};

/** The handshake by its old name. */
export const isMaster: Command = {
  fields: handshakeFields(),
  run: (call) => ({ ismaster: true, ...describe(call) }),
};

function handshakeFields(): string[] {
  return [
    'helloOk',
    'client',
    'compression',
    'hostInfo',
    'loadBalanced',
    'topologyVersion',
    'maxAwaitTimeMS',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'backpressure',
  ];
}

function describe({ engine, connectionId }: CommandCall): Document {
  return {
    helloOk: true,
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 100_000,
    localTime: engine.now(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: announcedVersion.maxWireVersion,
    readOnly: false,
  };
}
