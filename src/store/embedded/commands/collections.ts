import { CommandError, notSupported } from '../errors.ts';
import { compileFilter } from '../query/compile-filter.ts';
import type { CollectionEntry } from '../storage/catalog.ts';
import { collectionStats } from '../storage/collection-stats.ts';
import type { Document } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { countArgument, documentArgument, flagArgument, rejectCollation } from './arguments.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { scopeOf } from './query-request.ts';

/** Makes an empty collection. */
export const create: Command = {
  fields: [
    'capped',
    'size',
    'max',
    'autoIndexId',
    'idIndex',
    'validator',
    'validationLevel',
    'validationAction',
    'collation',
    'viewOn',
    'pipeline',
    'timeseries',
    'clusteredIndex',
    'changeStreamPreAndPostImages',
    'expireAfterSeconds',
    'storageEngine',
    'indexOptionDefaults',
    'encryptedFields',
  ],
  writes: true,
  run: (call) => {
    const { body, engine } = call;
    rejectCollation(body.collation);
    for (const option of [
      'validator',
      'viewOn',
      'timeseries',
      'clusteredIndex',
      'encryptedFields',
      'changeStreamPreAndPostImages',
    ]) {
      if (body[option] !== undefined) throw notSupported(`The option ${option} of create`);
    }
    if (flagArgument(body, 'capped')) throw notSupported('A capped collection');
    const namespace = namespaceOf(call);
    if (engine.catalog.find(namespace)) throw new CommandError(48, `Collection ${namespace} already exists.`);
    engine.ensureCollection(namespace);
    return {};
  },
};

/** Removes a collection with its indexes. */
export const drop: Command = {
  fields: [],
  writes: true,
  run: (call) => {
    const namespace = namespaceOf(call);
    const entry = call.engine.catalog.find(namespace);
    if (!entry) return { ns: namespace, nIndexesWas: 0 };
    dropCollection(call, entry);
    return { ns: namespace, nIndexesWas: entry.indexes.length };
  },
};

/** Removes all collections of a database. */
export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run: (call) => {
    const entries = call.engine.catalog.list(call.database);
    for (const entry of entries) dropCollection(call, entry);
    return entries.length > 0 ? { dropped: call.database } : {};
  },
};

/** Gives a collection another name. */
export const renameCollection: Command = {
  fields: ['to', 'dropTarget'],
  writes: true,
  run: (call) => {
    const { body, engine } = call;
    const [from, to] = [String(body.renameCollection), String(body.to)];
    const entry = engine.catalog.find(from);
    if (!entry) throw new CommandError(26, `Source collection ${from} does not exist`);
    const target = engine.catalog.find(to);
    if (target && !flagArgument(body, 'dropTarget')) throw new CommandError(48, 'target namespace exists');
    if (target) dropCollection(call, target);
    engine.catalog.rename(entry, to);
    return {};
  },
};

/** The collections of a database. */
export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: (call) => {
    const { engine, database, body } = call;
    const matches = compileFilter(documentArgument(body, 'filter'), scopeOf(body, engine.now()));
    const described = engine.catalog.list(database).map((entry) => describeCollection(entry, database));
    const shown = described
      .filter(matches)
      .map((item) => (flagArgument(body, 'nameOnly') ? { name: item.name, type: item.type } : item));
    const batchSize = countArgument(documentArgument(body, 'cursor'), 'batchSize') ?? Number.POSITIVE_INFINITY;
    return {
      cursor: engine.cursors.start(`${database}.$cmd.listCollections`, shown.map(encodeBson).values(), batchSize),
    };
  },
};

/** The databases that have collections. */
export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ engine, body }) => {
    const matches = compileFilter(documentArgument(body, 'filter'), scopeOf(body, engine.now()));
    const names = new Set(engine.catalog.list().map(({ namespace }) => databaseOf(namespace)));
    const databases = [...names].map((name) => ({ name, sizeOnDisk: 0, empty: false })).filter(matches);
    return {
      databases: flagArgument(body, 'nameOnly') ? databases.map(({ name }) => ({ name })) : databases,
      totalSize: 0,
    };
  },
};

/** Numbers about a collection. */
export const collStats: Command = {
  fields: ['scale'],
  run: (call) => {
    const namespace = namespaceOf(call);
    const collection = call.engine.collection(namespace);
    return collection ? collectionStats(collection) : { ns: namespace, size: 0, count: 0, storageSize: 0, nindexes: 0 };
  },
};

/** Numbers about a database. */
export const dbStats: Command = {
  fields: ['scale', 'freeStorage'],
  run: ({ engine, database }) => {
    const stats = engine.catalog
      .list(database)
      .map(({ namespace }) => engine.collection(namespace))
      .filter((collection) => collection !== undefined)
      .map(collectionStats);
    const total = (field: string) => stats.reduce((sum, item) => sum + Number(item[field]), 0);
    return {
      db: database,
      collections: stats.length,
      views: 0,
      objects: total('count'),
      dataSize: total('size'),
      storageSize: total('storageSize'),
      indexes: total('nindexes'),
      indexSize: 0,
    };
  },
};

function dropCollection({ engine }: CommandCall, entry: CollectionEntry): void {
  engine.collection(entry.namespace)?.clear();
  engine.catalog.remove(entry);
}

function describeCollection({ namespace }: CollectionEntry, database: string): Document {
  return {
    name: namespace.slice(database.length + 1),
    type: 'collection',
    options: {},
    info: { readOnly: false },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  };
}

function databaseOf(namespace: string): string {
  return namespace.slice(0, namespace.indexOf('.'));
}
