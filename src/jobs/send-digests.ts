import type { Job } from './job.ts';

/** Sends the digests that are due, should nobody look every second: the safety net under the ticker. */
export const sendDigests: Job = {
  name: 'send digests',
  every: '1 minute',
  run: (desk) => desk.digestSender.sweep(),
};
