import type { en } from './en.ts';

/** What every language has to say. A phrase that is missing in one does not compile. */
export type Words = typeof en;
