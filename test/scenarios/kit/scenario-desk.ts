import { fileURLToPath } from 'node:url';
import type { DeskConfig } from '../../../src/config/desk-config.ts';
import { readDeskFile } from '../../../src/config/read-desk-file.ts';

/** The desk.yaml of the scenarios, as a file. */
export const scenarioDeskFile = fileURLToPath(new URL('./desk.yaml', import.meta.url));

/** The same, read; with more agents in its first team. */
export async function scenarioDesk(moreAgents: readonly string[] = []): Promise<DeskConfig> {
  const read = await readDeskFile(scenarioDeskFile);
  if (!('config' in read)) throw new Error(read.faults.map(({ problem }) => problem).join('\n'));
  const { config } = read;
  const [first, ...others] = config.teams;
  if (!first) throw new Error('the desk of the scenarios has no team');
  return { ...config, teams: [{ ...first, agents: [...first.agents, ...moreAgents] }, ...others] };
}
