import { Long } from 'bson';
import { typeMismatch } from '../errors.ts';
import { toDouble } from '../values/numbers.ts';
import { arrayArgument, countArgument } from './arguments.ts';
import type { Command } from './command.ts';

/** The next documents of a cursor. */
export const getMore: Command = {
  fields: ['collection', 'batchSize', 'lastKnownCommittedOpTime', 'term'],
  run: ({ body, engine, database }) => {
    const batchSize = countArgument(body, 'batchSize') || Number.POSITIVE_INFINITY;
    return { cursor: engine.cursors.next(cursorId(body.getMore), `${database}.${String(body.collection)}`, batchSize) };
  },
};

/** Forgets cursors that a client will not read to their end. */
export const killCursors: Command = {
  fields: ['cursors'],
  run: ({ body, engine }) => {
    const ids = arrayArgument(body, 'cursors').map(cursorId);
    const killed = ids.filter((id) => engine.cursors.kill(id));
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};

function cursorId(value: unknown): Long {
  if (value instanceof Long) return value;
  if (typeof value === 'number') return Long.fromNumber(toDouble(value));
  throw typeMismatch('a cursor id must be a long');
}
