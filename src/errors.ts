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

/**
 * A platform could not be reached or refused. The adapter has already tried again as far as that is sensible.
 * `message` is for the operator and says what to do.
 */
export class DeliveryError extends DeskError {
  /** Trying again cannot help until somebody changes something: archived channel, revoked token. */
  readonly isPermanent: boolean;
  /** The call may have taken effect all the same: look before posting again. */
  readonly mayHaveArrived: boolean;
  /** What was to be changed or answered is not there any more: somebody has deleted it. */
  readonly isGone: boolean;
  /** The platform's own word for it, for example `channel_not_found`. */
  readonly platformCode: string;

  constructor(
    platformCode: string,
    message: string,
    facts: {
      readonly isPermanent: boolean;
      readonly mayHaveArrived?: boolean;
      readonly isGone?: boolean;
      readonly cause?: unknown;
    },
  ) {
    super('unavailable', message, { cause: facts.cause });
    this.name = 'DeliveryError';
    this.platformCode = platformCode;
    this.isPermanent = facts.isPermanent;
    this.mayHaveArrived = facts.mayHaveArrived ?? false;
    this.isGone = facts.isGone ?? false;
  }
}
