import type { Engine } from '../engine.ts';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { checkWriteConcern } from './arguments.ts';
import type { Command, CommandCall, InParts } from './command.ts';
import { commandTable } from './command-table.ts';
import { rejectUnknownFields } from './unknown-fields.ts';

/** Fields that every command may carry. They are about sessions, waiting and versions, which change no result here. */
const generalFields = [
  '$db',
  '$readPreference',
  '$clusterTime',
  '$configServerState',
  'lsid',
  'txnNumber',
  'stmtId',
  'stmtIds',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'ordered',
  'databaseVersion',
  'shardVersion',
  'mayBypassWriteBlocking',
];

/**
 * Carries out a command. What it writes is on disk when the answer is given.
 * @throws CommandError when it is refused
 */
export async function runCommand(engine: Engine, body: Document, connectionId: number): Promise<Document> {
  const [name = ''] = Object.keys(body);
  const command = commandTable.get(name);
  if (!command) throw new CommandError(59, `no such command: '${name}'`);
  rejectTransaction(body);
  rejectUnknownFields(name, body, [name, ...generalFields, ...command.fields]);
  const call: CommandCall = { engine, name, body, database: databaseOf(body), connectionId };
  if (!isWrite(command, body)) return answerOf(command.run(call));
  checkWriteConcern(body.writeConcern);
  return engine.retried.once(body, () => write(command, call));
}

async function write(command: Command, call: CommandCall): Promise<Document> {
  const { store } = call.engine;
  let outcome = await store.write(() => firstPart(command.run(call)));
  while ('parts' in outcome) {
    const { parts } = outcome;
    outcome = await store.write(() => nextPart(parts));
  }
  return outcome.answer;
}

type Outcome = { readonly answer: Document } | { readonly parts: InParts };

function firstPart(result: Document | InParts): Outcome {
  return isInParts(result) ? nextPart(result) : { answer: result };
}

function nextPart(parts: InParts): Outcome {
  const { done, value } = parts.next();
  return done ? { answer: value } : { parts };
}

function isInParts(result: Document | InParts): result is InParts {
  return Symbol.iterator in result;
}

/** A command that only reads has nothing to commit between its parts. */
function answerOf(result: Document | InParts): Document {
  if (!isInParts(result)) return result;
  let part = result.next();
  while (!part.done) part = result.next();
  return part.value;
}

function isWrite({ writes = false }: Command, body: Document): boolean {
  return typeof writes === 'boolean' ? writes : writes(body);
}

function databaseOf(body: Document): string {
  if (typeof body.$db !== 'string') throw new CommandError(40571, 'OP_MSG requests require a $db argument');
  return body.$db;
}

/** MongoDB's own answer where it stands alone: transactions need a replica set. */
function rejectTransaction(body: Document): void {
  if (body.startTransaction !== undefined || body.autocommit !== undefined) {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}
