import type { Engine } from '../engine.ts';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/** One command on its way: what was asked, of which database, by whom. */
export interface CommandCall {
  readonly engine: Engine;
  readonly name: string;
  readonly body: Document;
  readonly database: string;
  readonly connectionId: number;
}

/**
 * A command that writes in parts: what it writes up to a pause is committed together, and other commands may come in
 * between. So a change of a hundred thousand documents neither fills the memory nor keeps everyone waiting.
 */
export type InParts = Generator<void, Document, void>;

/** How a command is carried out. It never waits: all that it reads and writes up to a pause happens in one go. */
export interface Command {
  /** Fields that the command takes beside those that every command takes. */
  readonly fields: readonly string[];
  /** Whether it may change something, and so runs in a transaction. */
  readonly writes?: boolean | ((body: Document) => boolean);
  readonly run: (call: CommandCall) => Document | InParts;
}

/**
 * The namespace of the collection that a command names in its first field.
 * @throws CommandError 73 when that is no name
 */
export function namespaceOf({ body, name, database }: CommandCall): string {
  const collection = body[name];
  if (typeof collection !== 'string') {
    throw new CommandError(73, `collection name has invalid type ${typeof collection}`);
  }
  if (collection === '' || collection.includes('\0')) {
    throw new CommandError(73, `Invalid namespace specified '${database}.${collection}'`);
  }
  return `${database}.${collection}`;
}
