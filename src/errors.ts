/** What kind of expected failure this is; the router and the HTTP server map it to an answer. */
export type DeskErrorCode = 'not_found' | 'not_allowed' | 'conflict' | 'invalid' | 'unavailable';

/**
 * An expected failure. Its text is for the person and says what to do next.
 * Anything else that is thrown is a bug and is logged as one.
 */
export class DeskError extends Error {
  readonly code: DeskErrorCode;

  constructor(code: DeskErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeskError';
    this.code = code;
  }
}
