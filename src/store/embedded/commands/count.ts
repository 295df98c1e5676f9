import { countArgument, documentArgument, rejectCollation } from './arguments.ts';
import { type Command, namespaceOf } from './command.ts';
import { findDocuments } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';

/** How many documents a filter means; without one, how many there are. */
export const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: (call) => {
    const { body, engine } = call;
    rejectCollation(body.collation);
    const filter = documentArgument(body, 'query');
    const [limit, skip] = [countArgument(body, 'limit') || undefined, countArgument(body, 'skip') ?? 0];
    const search = { ...searchOf(filter, scopeOf(body, engine.now()), { hint: body.hint }), skip, limit };
    const collection = engine.collection(namespaceOf(call));
    if (!collection) return { n: 0 };
    if (Object.keys(filter).length === 0) {
      return { n: Math.min(Math.max(0, collection.count() - skip), limit ?? Number.POSITIVE_INFINITY) };
    }
    let n = 0;
    for (const _ of findDocuments(collection, search)) n += 1;
    return { n };
  },
};
