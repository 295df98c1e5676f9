import { CommandError } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { kindOf } from '../values/value-kind.ts';

/** The operand of a stage that must be a document. */
export function stageDocument(name: string, operand: unknown, code: number): Document {
  if (isDocument(operand)) return operand;
  throw new CommandError(code, `the ${name} stage specification must be an object, but is of type ${kindOf(operand)}`);
}
