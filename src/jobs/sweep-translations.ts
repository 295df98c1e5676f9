import type { Job } from './job.ts';

/** Goes on with translations that a crash left. */
export const sweepTranslations: Job = {
  name: 'sweep translations',
  every: '1 minute',
  run: (desk) => desk.help.translator.sweep(),
};
