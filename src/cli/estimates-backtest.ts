import { describeFaults } from '../config/faults.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import { backtest } from '../estimates/backtest.ts';
import { windowMs } from '../estimates/likeness.ts';
import { timekeepingFor } from '../estimates/timekeeping.ts';
import { backtestLines } from './backtest-lines.ts';
import type { Terminal } from './sla.ts';
import { pastTicketsSince } from './stored-past-tickets.ts';
import { here, refuse, type World } from './world.ts';

export interface BacktestOptions {
  readonly days: number;
  /** The desk as it is; DESK_FILE when left out. */
  readonly desk?: string;
}

/**
 * Says how often the estimates of the last days would have held. Writes nothing.
 * @returns the exit code: 0, or 2 when a file or the store cannot be read
 */
export async function estimatesBacktest(
  options: BacktestOptions,
  terminal: Terminal,
  world: World = here(),
): Promise<number> {
  const read = readEnvironment(world.variables);
  if ('faults' in read) return refuse(describeFaults(read.faults, nothing), terminal);
  const desk = await readDeskFile(options.desk ?? read.environment.deskFile);
  if ('faults' in desk) return refuse(describeFaults(desk.faults, nothing), terminal);
  const now = world.clock.now();
  const since = new Date(now.getTime() - options.days * dayMs);
  try {
    // What was resolved first has been raised a while before, and learns from half a year before that.
    const tickets = await pastTicketsSince(new Date(since.getTime() - 2 * windowMs), read.environment);
    const outcome = backtest({ tickets, since, now, timekeepingFor: (facts) => timekeepingFor(desk.config, facts) });
    for (const line of backtestLines(outcome, { days: options.days, now })) terminal.say(line);
    return 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

const dayMs = 86_400_000;
const nothing = 'No estimate can be tested';
