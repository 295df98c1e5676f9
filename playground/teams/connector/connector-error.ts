/**
 * The connector will not do this. Codes and statuses are those of Teams
 * (learn.microsoft.com/microsoftteams/platform/bots/build-notification-capability, "Status codes").
 */
export class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ConnectorError';
    this.status = status;
    this.code = code;
  }
}

/** @throws ConnectorError always: the request is not one that Teams takes */
export function badArgument(message: string): never {
  throw new ConnectorError(400, 'BadArgument', message);
}
