import { CommandError } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { aggregate } from './aggregate.ts';
import { documentArgument } from './arguments.ts';
import type { Command, CommandCall } from './command.ts';
import { namespaceOf } from './command.ts';
import { explainAggregate } from './explain-aggregate.ts';
import { explainSearch } from './explain-plan.ts';
import { findRequest } from './find.ts';
import { scopeOf, searchOf } from './query-request.ts';
import { rejectUnknownFields } from './unknown-fields.ts';

/** Tells how a command would find its documents, without doing what it does. */
export const explain: Command = {
  fields: ['verbosity'],
  run: (call) => {
    const inner = call.body.explain;
    if (!isDocument(inner)) throw new CommandError(14, 'explain takes a command');
    const [name = ''] = Object.keys(inner);
    const innerCall = { ...call, name, body: { ...inner, $db: call.database } };
    const verbosity = typeof call.body.verbosity === 'string' ? call.body.verbosity : 'allPlansExecution';
    if (name === 'aggregate') {
      rejectUnknownFields(name, inner, ['aggregate', '$db', 'readConcern', 'lsid', ...aggregate.fields]);
      return explainAggregate(innerCall, verbosity);
    }
    return explainSearch(call.engine, namespaceOf(innerCall), searchIn(name, innerCall), verbosity);
  },
};

function searchIn(name: string, call: CommandCall) {
  switch (name) {
    case 'find':
      return findRequest(call).search;
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return searchOf(documentArgument(call.body, 'query'), scopeOf(call.body, call.engine.now()), {
        sort: documentArgument(call.body, 'sort'),
        hint: call.body.hint,
      });
    case 'update':
      return statementSearch(call, call.body.updates);
    case 'delete':
      return statementSearch(call, call.body.deletes);
    default:
      throw new CommandError(59, `Explain failed due to unknown command: ${name}`);
  }
}

function statementSearch(call: CommandCall, statements: unknown) {
  const [statement]: unknown[] = Array.isArray(statements) ? statements : [];
  if (!isDocument(statement)) throw new CommandError(9, 'explain takes a write with exactly one statement');
  const filter: Document = documentArgument(statement, 'q');
  return searchOf(filter, scopeOf(call.body, call.engine.now()), { hint: statement.hint });
}
