import type { NamedInDesk, Seeds } from './seeds.ts';
import type { PersonSeed } from './teams/people.ts';
import type { GroupChatSeed, TeamSeed } from './teams/places.ts';

/** Who and what the Teams tenant begins with. */
export interface TenantSeeds {
  readonly people: readonly PersonSeed[];
  readonly teams: readonly TeamSeed[];
  readonly groupChats: readonly GroupChatSeed[];
}

/** Everyone of the Slack workspace who has an address, and the teams and channels that desk.yaml names for Teams. */
export function tenantSeedsFor(desk: NamedInDesk, { people: inSlack }: Pick<Seeds, 'people'>): TenantSeeds {
  const people = [
    ...inSlack.flatMap(({ email, realName }) => (email ? [{ email, realName }] : [])),
    ...named(desk).flatMap(byObjectId),
  ];
  const idOf = (key: string) => people.filter((person) => isCalled(person, key)).map(({ email }) => email);
  const bosses = [...desk.people.admins, ...desk.people.managers].flatMap(idOf);
  const teams = new Map([[company.toLowerCase(), teamNamed(company, 'everyone')]]);
  for (const { place } of desk.channels) add(teams, place.teams, { name: company, members: 'everyone' });
  for (const { id, name, triage, agents, leads } of desk.teams) {
    const team = [...agents, ...leads].flatMap(idOf);
    const isPrivate = desk.services.some((service) => service.team === id && service.confidential);
    const members = isPrivate ? team : [...new Set([...team, ...bosses])];
    add(teams, triage.teams, { name, members }, isPrivate ? team : undefined);
  }
  return { people, teams: [...teams.values()], groupChats: chatOf(people) };
}

const company = 'Company';

interface OpenTeam extends TeamSeed {
  readonly channels: { name: string; id?: string; members?: readonly string[] }[];
}

/** Teams calls the first channel of every team General. The desk hears everything, as with its app's permissions. */
function teamNamed(name: string, members: TeamSeed['members']): OpenTeam {
  return { name, members, channels: [{ name: 'General' }], hearsAll: true };
}

/**
 * A channel stands in desk.yaml by its name, by its team's and its own (`Company / IT help`), or by its id.
 * @param only who is in it, where it is a private one
 */
function add(
  teams: Map<string, OpenTeam>,
  written: string | undefined,
  home: Pick<TeamSeed, 'name' | 'members'>,
  only?: readonly string[],
): void {
  if (!written) return;
  const words = written
    .replace(/^#/, '')
    .split('/')
    .map((word) => word.trim());
  const name = words.at(-1) ?? written;
  const teamName = words.length > 1 ? (words[0] ?? home.name) : home.name;
  const known = teams.get(teamName.toLowerCase()) ?? teamNamed(teamName, home.members);
  const team = { ...known, members: together(known.members, home.members) };
  teams.set(teamName.toLowerCase(), team);
  const channel = {
    ...(name.startsWith('19:') ? { name: 'Channel', id: name } : { name }),
    ...(only ? { members: only } : {}),
  };
  const isThere = team.channels.some((one) => isSame(one, channel));
  if (!isThere) team.channels.push(channel);
}

/** By id where it has one: every such channel is called the same here. */
function isSame(one: { name: string; id?: string }, other: { name: string; id?: string }): boolean {
  return one.id === other.id && one.name.toLowerCase() === other.name.toLowerCase();
}

function together(some: TeamSeed['members'], others: TeamSeed['members']): TeamSeed['members'] {
  return some === 'everyone' || others === 'everyone' ? 'everyone' : [...new Set([...some, ...others])];
}

function named({ people, teams }: NamedInDesk): readonly string[] {
  const staff = teams.flatMap(({ agents, leads }) => [...agents, ...leads]);
  return [...new Set([...staff, ...people.managers, ...people.admins])];
}

/** Somebody whom desk.yaml names as `teams:<object id>` has some address, too. */
function byObjectId(key: string): readonly PersonSeed[] {
  const id = /^teams:(.+)$/.exec(key)?.[1];
  return id ? [{ email: `${id}@example.com`, realName: id, aadObjectId: id }] : [];
}

function isCalled({ email, aadObjectId }: PersonSeed, key: string): boolean {
  return email.toLowerCase() === key || `teams:${aadObjectId}` === key;
}

/** A few colleagues with the desk among them: there it hears only what mentions it. */
function chatOf(people: readonly PersonSeed[]): readonly GroupChatSeed[] {
  const members = ['dana@example.com', 'eve@example.com', 'ben@example.com'];
  const there = members.filter((email) => people.some((person) => person.email === email));
  return there.length > 1 ? [{ name: 'Office move', members: there }] : [];
}
