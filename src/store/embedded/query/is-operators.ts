import { type Document, isDocument } from '../values/document.ts';

/** Whether a condition consists of operators and is not a document to be equal to. */
export function isOperators(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const [first] = Object.keys(operand);
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
}
