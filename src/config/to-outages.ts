import type { DeskConfig } from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';

/** What the desk makes of tickets that are alike. What the file turns off is not there. */
export function toOutages({ outages, recurring }: DeskFile): Pick<DeskConfig, 'outages' | 'recurring'> {
  return {
    ...(outages === 'off' ? {} : { outages: toOutage(outages) }),
    ...(recurring === 'off' ? {} : { recurring: { times: recurring.times, withinMs: recurring.within } }),
  };
}

function toOutage({ within, lookBack, ...outages }: Exclude<DeskFile['outages'], 'off'>) {
  return { ...outages, withinMs: within, lookBackMs: lookBack };
}
