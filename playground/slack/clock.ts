/** Where the workspace's time comes from. Tests hand in their own. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const machineClock: Clock = { now: () => new Date() };
