import { Binary, Decimal128, Double, Long, ObjectId, Timestamp } from 'bson';
import { isDocument } from './document.ts';

/** A value as MongoDB's error texts show it: `"text"`, `ObjectId('…')`, `{ a: 1 }`. */
export function inspectValue(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (value === undefined) return 'MISSING';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(inspectValue).join(', ')} ]`;
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([field, item]) => `${field}: ${inspectValue(item)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return inspectScalar(value);
}

function inspectScalar(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Double) return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
  if (value instanceof Binary) return `BinData(${value.sub_type}, ${value.toString('hex').toUpperCase()})`;
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof Decimal128 || value instanceof Long) return value.toString();
  return String(value);
}
