import type { Delivery } from '../slack/delivery/delivery.ts';
import type { Call } from '../slack/model.ts';
import { deedOf } from './deed.ts';
import { type Brought, type CallOut, rounded } from './happenings.ts';

/** What a delivery of Slack tells; nothing for what has no id. */
export function broughtBySlack(delivery: Delivery, at: number): Brought | undefined {
  const done = deedOf(delivery);
  if (!done) return undefined;
  const { id, ...deed } = done;
  return { ...deed, ids: [id], platform: 'slack', taken: takenHow(delivery.last), isTaken: delivery.isTaken, at };
}

/** A call of Slack's Web API, which answers 200 when it refuses. */
export function calledInSlack({ number, method, ms, at, status, answer, event }: Call): CallOut {
  const error = answer.ok === false ? String(answer.error) : undefined;
  const isFine = error === undefined && typeof status === 'number' && status >= 200 && status < 300;
  return {
    ...{ platform: 'slack', number, method, ms: rounded(ms), at: at.getTime() },
    ...{ status: error ?? String(status), isFine },
    ...(event === undefined ? {} : { event }),
  };
}

/** How the desk took something: `200 in 4 ms`. */
export function takenHow(
  last: { readonly status?: number; readonly failure?: string; readonly ms: number } | undefined,
): string {
  if (!last) return 'not sent yet';
  return last.status === undefined ? (last.failure ?? 'no answer') : `${last.status} in ${rounded(last.ms)} ms`;
}
