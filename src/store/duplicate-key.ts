import { MongoServerError } from 'mongodb';

/**
 * Whether a write failed because a unique index has the value already.
 * @param field when given, only for the index of this field
 */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (!(error instanceof MongoServerError) || error.code !== 11000) return false;
  return field === undefined || Object.keys(error.keyPattern ?? {}).includes(field);
}
