import { readFile } from 'node:fs/promises';
import type { Environment } from '../config/environment.ts';
import { describeFaults } from '../config/faults.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import type { ClockRules } from '../sla/clock.ts';
import { clockRulesOf } from '../sla/clock-rules.ts';
import { type BeforeAfter, replay } from '../sla/replay.ts';
import { readPolicyFile } from './policy-file.ts';
import { replayLines } from './replay-lines.ts';
import type { Terminal } from './sla.ts';
import { ticketsOpenedSince } from './stored-tickets.ts';
import { here, refuse, type World } from './world.ts';

export interface ReplayOptions {
  /** The file of the other policy. */
  readonly policy: string;
  readonly days: number;
  /** The desk as it is; DESK_FILE when left out. */
  readonly desk?: string;
}

const dayMs = 86_400_000;

/**
 * Says how the tickets of the last days would have done under another policy. Writes nothing.
 * @returns the exit code: 0, or 2 when a file or the store cannot be read
 */
export async function slaReplay(options: ReplayOptions, terminal: Terminal, world: World = here()): Promise<number> {
  const read = readEnvironment(world.variables);
  if ('faults' in read) return refuse(describeFaults(read.faults, nothing), terminal);
  try {
    const rules = await readRules(options, read.environment);
    if (typeof rules === 'string') return refuse(rules, terminal);
    const now = world.clock.now();
    const since = new Date(now.getTime() - options.days * dayMs);
    const tickets = await ticketsOpenedSince(since, read.environment);
    for (const line of replayLines(replay(tickets, rules, now), { days: options.days, now })) terminal.say(line);
    return 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

const nothing = 'Nothing can be replayed';

/** @returns what is wrong with one of the files, in words */
async function readRules(
  { policy, desk }: ReplayOptions,
  { deskFile }: Environment,
): Promise<BeforeAfter<ClockRules> | string> {
  const before = await readDeskFile(desk ?? deskFile);
  if ('faults' in before) return describeFaults(before.faults, nothing);
  const after = await readPolicyFile(policy, await readFile(desk ?? deskFile, 'utf8'));
  if ('faults' in after) return describeFaults(after.faults, nothing);
  return { before: clockRulesOf(before.config), after: clockRulesOf(after.config) };
}
