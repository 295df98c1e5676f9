import type { Job } from './job.ts';
import { TriageWatch } from './triage-watch.ts';

/** Looks what triage was worth lately: what falls out of its band is silent within the hour. */
export const lookAtTriage: Job = {
  name: 'look at triage',
  every: '1 hour',
  run: (desk, now) => new TriageWatch(desk).look(now),
};
