import type { DeskConfig } from '../src/config/desk-config.ts';
import type { ChannelSeed } from './slack/channels.ts';
import type { PersonSeed } from './slack/people.ts';

/** What the playground reads of a desk.yaml. */
export type NamedInDesk = Pick<DeskConfig, 'people' | 'teams' | 'services' | 'channels'>;

export interface Seeds {
  readonly people: readonly PersonSeed[];
  readonly channels: readonly ChannelSeed[];
}

/** The people and channels of the demo, and whoever else desk.yaml names, so that nothing it names is missing. */
export function seedsFor(desk: NamedInDesk): Seeds {
  const people = new Map<string, PersonSeed>(employees.map((seed) => [keyOf(seed), seed]));
  for (const key of staffOf(desk)) people.set(key, people.get(key) ?? personNamed(key, people.size));
  const idOf = (key: string) => people.get(key)?.id ?? [];
  const bosses = [...desk.people.admins, ...desk.people.managers].flatMap(idOf);
  const channels = new Map(open.map((name) => [name, channelNamed(name, 'everyone')]));
  for (const { place } of desk.channels) add(channels, place.slack, 'everyone');
  for (const { id, triage, agents, leads } of desk.teams) {
    const team = [...agents, ...leads].flatMap(idOf);
    const isPrivate = desk.services.some((service) => service.team === id && service.confidential);
    add(channels, triage.slack, isPrivate ? team : [...team, ...bosses], isPrivate);
  }
  return { people: [...people.values()], channels: [...channels.values()] };
}

const employees: readonly PersonSeed[] = [person('dana', 'Dana Novak'), person('eve', 'Eve Lindqvist')];

const knownNames: ReadonlyMap<string, string> = new Map([
  ['ada', 'Ada Kovács'],
  ['ben', 'Ben Okafor'],
  ['cem', 'Cem Yıldız'],
  ['hana', 'Hana Sato'],
  ['lea', 'Lea Fischer'],
  ['mia', 'Mia Rossi'],
  ['nia', 'Nia Adeyemi'],
  ['omar', 'Omar Haddad'],
]);

const open = ['general', 'help-it'];

function person(name: string, realName: string): PersonSeed {
  return { id: `U0${name.toUpperCase()}`, name, realName, email: `${name}@example.com` };
}

/** As desk.yaml names a person: by address, else by id. */
function keyOf({ email, id }: PersonSeed): string {
  return email ?? `slack:${id}`;
}

function staffOf({ people, teams }: NamedInDesk): readonly string[] {
  const named = [...teams.flatMap(({ agents, leads }) => [...agents, ...leads]), ...people.managers, ...people.admins];
  return [...new Set(named)].filter((key) => !key.startsWith('teams:'));
}

function personNamed(key: string, count: number): PersonSeed {
  if (key.startsWith('slack:')) {
    const id = key.slice('slack:'.length);
    return { id, name: id.toLowerCase(), realName: id };
  }
  const name = key.split('@')[0] ?? key;
  const isKnown = knownNames.has(name) && key.endsWith('@example.com');
  const realName = isKnown ? knownNames.get(name) : titled(name);
  const id = isKnown ? `U0${name.toUpperCase()}` : `U0P${String(count).padStart(5, '0')}`;
  return { id, name, realName: realName ?? name, email: key };
}

/** `ann-marie.jones` is Ann Marie Jones. */
function titled(name: string): string {
  const words = name.split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || name;
}

function add(
  channels: Map<string, ChannelSeed>,
  named: string | undefined,
  members: ChannelSeed['members'],
  isPrivate = false,
): void {
  const name = named?.replace(/^#/, '');
  if (!name || channels.has(name)) return;
  channels.set(name, channelNamed(name, members, isPrivate));
}

/** A channel may stand in desk.yaml by its id. */
function channelNamed(name: string, members: ChannelSeed['members'], isPrivate = false): ChannelSeed {
  const isId = /^[CG][A-Z0-9]{6,}$/.test(name);
  const id = isId ? name : `C0${name.toUpperCase().replace(/[^A-Z0-9]/g, '') || 'CHANNEL'}`;
  return {
    id,
    name: isId ? name.toLowerCase() : name,
    members: members === 'everyone' ? members : [...new Set(members)],
    private: isPrivate,
    botIsMember: true,
  };
}
