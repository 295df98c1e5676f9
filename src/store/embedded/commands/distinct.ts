import { typeMismatch } from '../errors.ts';
import { leavesAtPath } from '../query/values-at-path.ts';
import { compareValues } from '../values/compare-values.ts';
import { encodeKey } from '../values/encode-key.ts';
import { documentArgument, rejectCollation } from './arguments.ts';
import { type Command, namespaceOf } from './command.ts';
import { findDocuments } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';

/** The different values of a field; arrays count by their elements. */
export const distinct: Command = {
  fields: ['key', 'query', 'collation', 'hint'],
  run: (call) => {
    const { body, engine } = call;
    rejectCollation(body.collation);
    if (typeof body.key !== 'string') throw typeMismatch("BSON field 'distinct.key' must be a string");
    const search = searchOf(documentArgument(body, 'query'), scopeOf(body, engine.now()), { hint: body.hint });
    const collection = engine.collection(namespaceOf(call));
    const values = new Map<string, unknown>();
    for (const { document } of collection ? findDocuments(collection, search) : []) {
      for (const value of leavesAtPath(document, body.key.split('.')))
        values.set(encodeKey(value).toString('latin1'), value);
    }
    return { values: [...values.values()].sort(compareValues) };
  },
};
