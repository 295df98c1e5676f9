import type { Job } from './job.ts';

/** Rings what is due, should nobody look every second: the safety net under the ticker. */
export const ringAlarms: Job = {
  name: 'ring alarms',
  every: '1 minute',
  run: (desk) => desk.ringer.sweep(),
};
