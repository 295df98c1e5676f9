import type { Job } from './job.ts';

/** Handles events that were taken and are not done: left by a crash, or waiting to be tried again. */
export const sweepInbox: Job = {
  name: 'sweep inbox',
  every: '1 minute',
  run: (desk) => desk.inbox.sweep(),
};
