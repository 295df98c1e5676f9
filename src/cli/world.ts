import { type Clock, systemClock } from '../clock.ts';
import type { EnvironmentVariables } from '../config/environment-reader.ts';
import { processEnvironment } from '../config/process-environment.ts';
import type { Terminal } from './sla.ts';

/** What a command finds around it. */
export interface World {
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
}

export function here(): World {
  return { variables: processEnvironment(), clock: systemClock };
}

/** @returns the exit code of a command that cannot do what it was asked for */
export function refuse(why: string, terminal: Terminal): number {
  terminal.complain(why.trimEnd());
  return 2;
}
