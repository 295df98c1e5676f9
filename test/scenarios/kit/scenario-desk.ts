import { fileURLToPath } from 'node:url';
import type { DeskConfig, PlaceNames } from '../../../src/config/desk-config.ts';
import { readDeskFile } from '../../../src/config/read-desk-file.ts';

/** The desk.yaml of the scenarios, as a file. */
export const scenarioDeskFile = fileURLToPath(new URL('./desk.yaml', import.meta.url));

/** Without what sees that many tickets are one. */
export function eachApart({ outages: _, recurring: __, ...config }: DeskConfig): DeskConfig {
  return config;
}

/** Where a place of the scenarios is, such as `#help-it`. */
export type PlaceOf = (name: string) => PlaceNames;

/** The same, read; with more agents in its first team, and its places on other platforms. */
export async function scenarioDesk(
  moreAgents: readonly string[] = [],
  placeOf?: PlaceOf,
  other: Partial<DeskConfig> = {},
): Promise<DeskConfig> {
  const read = await readDeskFile(scenarioDeskFile);
  if (!('config' in read)) throw new Error(read.faults.map(({ problem }) => problem).join('\n'));
  const config = { ...read.config, ...other };
  const [first, ...others] = config.teams;
  if (!first) throw new Error('the desk of the scenarios has no team');
  const moved = (place: PlaceNames) => (place.slack && placeOf ? placeOf(place.slack) : place);
  const teams = [{ ...first, agents: [...first.agents, ...moreAgents] }, ...others];
  return {
    ...config,
    teams: teams.map((team) => ({ ...team, triage: moved(team.triage) })),
    channels: config.channels.map((channel) => ({ ...channel, place: moved(channel.place) })),
  };
}
