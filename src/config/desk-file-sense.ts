import { type Found, repeated, textsAt, valueAt, valuesAt } from './desk-file-values.ts';
import type { YamlText } from './desk-file-yaml.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

type Finding = readonly [found: Found, problem: string, advice: string];

/** Finds what has the right shape and still cannot be meant: empty teams, doubles, rules that never apply. */
export function senseFaults(yaml: YamlText): Fault[] {
  const rules = [
    teamsWithoutPeople,
    peopleTwice,
    channelsWithoutPlace,
    digestsForStrangers,
    levelsWithoutTarget,
    levelsNeverUsed,
  ];
  return rules
    .flatMap((rule) => rule(yaml.value))
    .map(([{ path }, problem, advice]) => ({ where: yaml.locate(path), problem, advice }));
}

function teamsWithoutPeople(file: unknown): Finding[] {
  const isEmpty = (team: unknown, list: string) => isNothing(valueAt(team, [list]));
  return valuesAt(file, ['teams', '*'])
    .filter(({ value }) => isSection(value) && isEmpty(value, 'agents') && isEmpty(value, 'leads'))
    .map((team) => [team, 'Nobody belongs to this team.', 'Give it agents, leads or both: agents: [ben@example.com].']);
}

function peopleTwice(file: unknown): Finding[] {
  const lists = [
    ...valuesAt(file, ['people', 'admins']),
    ...valuesAt(file, ['people', 'managers']),
    ...valuesAt(file, ['teams', '*', 'agents']),
    ...valuesAt(file, ['teams', '*', 'leads']),
  ];
  return lists
    .flatMap(({ path, value }) =>
      repeated(textsAt(value, ['*']).map((one) => ({ path: [...path, ...one.path], value: plain(one.value) }))),
    )
    .map((found) => [found, `"${found.value}" is in this list twice.`, 'Remove one of the two.']);
}

function channelsWithoutPlace(file: unknown): Finding[] {
  return valuesAt(file, ['channels', '*'])
    .filter(({ value }) => isSection(value) && !('slack' in value) && !('teams' in value))
    .map((channel) => [
      channel,
      'This channel is on no platform.',
      'Add slack: "#help-it" or teams: "19:abc@thread.tacv2".',
    ]);
}

/** A digest tells how the desk does: it goes to people whom the file knows, not to a mistyped address. */
function digestsForStrangers(file: unknown): Finding[] {
  const known = [
    ...['managers', 'admins'],
    ...textsAt(file, ['teams', '*', 'id']).map(({ value }) => value),
    ...[
      ['people', 'admins'],
      ['people', 'managers'],
      ['teams', '*', 'agents'],
      ['teams', '*', 'leads'],
    ]
      .flatMap((list) => textsAt(file, [...list, '*']))
      .map(({ value }) => plain(value)),
  ];
  const advice = 'Write managers, admins, the id of a team, or somebody who is listed under people or in a team.';
  return textsAt(file, ['digests', '*', 'to'])
    .filter(({ value }) => !known.includes(value) && !known.includes(plain(value)))
    .map((to) => [to, `"${to.value}" is listed nowhere in this file.`, didYouMean(to.value, known) + advice]);
}

function levelsWithoutTarget(file: unknown): Finding[] {
  const targets = ['respond', 'update', 'resolve'];
  return valuesAt(file, ['serviceLevels', '*'])
    .filter(({ value }) => isSection(value) && !targets.some((target) => target in value))
    .map((level) => [level, 'This service level sets no target.', 'Add at least one of respond, update and resolve.']);
}

function levelsNeverUsed(file: unknown): Finding[] {
  const levels = valuesAt(file, ['serviceLevels', '*']).filter(({ value }) => isSection(value));
  const fitsAll = levels.findIndex(({ value }) => isNothing(valueAt(value, ['when'])));
  if (fitsAll < 0) return [];
  return levels
    .slice(fitsAll + 1)
    .map((level) => [
      level,
      'This service level is never used: one above it fits every ticket.',
      'Move it up: the first that fits wins.',
    ]);
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Capitals make no difference in an e-mail; in a Slack id all letters are capitals. */
function plain(person: string): string {
  return person.startsWith('slack:') ? person : person.toLowerCase();
}
