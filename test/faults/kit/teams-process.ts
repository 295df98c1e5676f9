import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '../../../adapters/teams/place-id.ts';
import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';
import { type DeskProcess, startDeskOn } from './desk-process.ts';
import { deskFileFor } from './teams-crowd.ts';

/** Starts the desk as a process, with the emulated tenant as its Teams; comes back when it is ready. */
export async function startTeamsDesk(
  teams: TeamsTenant,
  { dataDir, port }: { readonly dataDir: string; readonly port: number },
): Promise<DeskProcess> {
  const deskFile = join(dataDir, 'desk.yaml');
  await writeFile(deskFile, deskFileFor(teams));
  return startDeskOn({ platform: teams.environment, deskFile, dataDir, port });
}

/** The ids of all messages whose arrival some process of the desk has heard and written down. */
export async function answersHeard(dataDir: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(dataDir, 'teams-posted.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return new Set(lines.flatMap((line) => addressOf(refIn(line)).activity ?? []));
}

function refIn(line: string): string {
  const [, , ref]: readonly unknown[] = JSON.parse(line);
  return String(ref);
}
