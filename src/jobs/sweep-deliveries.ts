import type { Job } from './job.ts';

/** Sends what tickets still owe: left by a crash, or waiting to be tried again. */
export const sweepDeliveries: Job = {
  name: 'sweep deliveries',
  every: '1 minute',
  run: (desk) => desk.courier.sweep(),
};
