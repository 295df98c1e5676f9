import { isObject } from '../../slack/json.ts';
import type { Delivery } from '../../teams/delivery/delivery.ts';
import type { Call } from '../../teams/model.ts';
import { type Brought, type CallOut, rounded } from '../happenings.ts';
import { takenHow } from '../told-by-slack.ts';
import { deedOfActivity } from './deed.ts';

/** What an activity that went to the desk tells; nothing for what has no id. */
export function broughtByTeams(delivery: Delivery, at: number): Brought | undefined {
  const done = deedOfActivity(delivery.activity);
  if (!done) return undefined;
  return { ...done, platform: 'teams', taken: takenHow(delivery.last), isTaken: delivery.isTaken, at };
}

/** A call of the connector or the login. */
export function calledInTeams({ number, operation, ms, at, status, answer, event }: Call): CallOut {
  const isFine = typeof status === 'number' && status >= 200 && status < 300;
  const code = isObject(answer.error) ? answer.error.code : undefined;
  return {
    ...{ platform: 'teams', number, method: operation, ms: rounded(ms), at: at.getTime() },
    ...{ status: isFine || code === undefined ? String(status) : String(code), isFine },
    ...(event === undefined ? {} : { event }),
  };
}
