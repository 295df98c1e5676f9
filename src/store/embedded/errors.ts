import type { Document } from './values/document.ts';

/**
 * A failure in MongoDB's own terms; the connection answers it as `{ ok: 0, code, codeName, errmsg }`.
 * `details` are further fields of that answer, such as `keyPattern` and `keyValue` of a duplicate key.
 */
export class CommandError extends Error {
  readonly code: number;
  readonly details: Document;

  constructor(code: number, message: string, details: Document = {}) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.details = details;
  }

  /** MongoDB's name of the code; a code without a name is called by its place in MongoDB's source. */
  get codeName(): string {
    return codeNames.get(this.code) ?? `Location${this.code}`;
  }
}

/** The names of MongoDB's codes used here. Source: https://www.mongodb.com/docs/manual/reference/error-codes/ */
const codeNames: ReadonlyMap<number, string> = new Map([
  [1, 'InternalError'],
  [2, 'BadValue'],
  [9, 'FailedToParse'],
  [14, 'TypeMismatch'],
  [20, 'IllegalOperation'],
  [26, 'NamespaceNotFound'],
  [27, 'IndexNotFound'],
  [28, 'PathNotViable'],
  [40, 'ConflictingUpdateOperators'],
  [43, 'CursorNotFound'],
  [48, 'NamespaceExists'],
  [50, 'MaxTimeMSExpired'],
  [51, 'ManualInterventionRequired'],
  [52, 'DollarPrefixedFieldName'],
  [53, 'InvalidIdField'],
  [54, 'NotSingleValueField'],
  [56, 'EmptyFieldName'],
  [57, 'DottedFieldName'],
  [59, 'CommandNotFound'],
  [61, 'ShardKeyNotFound'],
  [66, 'ImmutableField'],
  [67, 'CannotCreateIndex'],
  [68, 'IndexAlreadyExists'],
  [72, 'InvalidOptions'],
  [73, 'InvalidNamespace'],
  [85, 'IndexOptionsConflict'],
  [86, 'IndexKeySpecsConflict'],
  [91, 'ShutdownInProgress'],
  [100, 'UnsatisfiableWriteConcern'],
  [115, 'CommandNotSupported'],
  [121, 'DocumentValidationFailure'],
  [166, 'CommandNotSupportedOnView'],
  [168, 'InvalidPipelineOperator'],
  [171, 'CannotIndexParallelArrays'],
  [172, 'InvalidLength'],
  [197, 'InvalidIndexSpecificationOption'],
  [238, 'NotImplemented'],
  [241, 'ConversionFailure'],
  [292, 'QueryExceededMemoryLimitNoDiskUseAllowed'],
  [352, 'UnsupportedOpQueryCommand'],
  [10334, 'BSONObjectTooLarge'],
  [11000, 'DuplicateKey'],
]);

/** The refusal of a value that is well-formed and makes no sense (code 2). */
export function badValue(message: string): CommandError {
  return new CommandError(2, message);
}

/** The refusal of a request that cannot be understood (code 9). */
export function failedToParse(message: string): CommandError {
  return new CommandError(9, message);
}

/** The refusal of a value of the wrong type (code 14). */
export function typeMismatch(message: string): CommandError {
  return new CommandError(14, message);
}

/** The refusal of something that MongoDB can do and this engine cannot (code 115). */
export function notSupported(what: string): CommandError {
  return new CommandError(115, `${what} is not supported by the embedded engine; use a MongoDB server for it`);
}
