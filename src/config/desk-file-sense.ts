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
    shiftsOfStrangers,
    levelsWithoutTarget,
    vendorsWithoutResolve,
    levelsNeverUsed,
    moneyWithoutPrices,
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
    ...valuesAt(file, ['teams', '*', 'shifts', '*', 'agents']),
    ...valuesAt(file, ['groups', '*', 'members']),
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
    .filter(({ value }) => isSection(value) && !isWithVendor(value) && !targets.some((target) => target in value))
    .map((level) => [level, 'This service level sets no target.', 'Add at least one of respond, update and resolve.']);
}

/** What a vendor says is not seen, only how long it takes. */
function vendorsWithoutResolve(file: unknown): Finding[] {
  return valuesAt(file, ['serviceLevels', '*'])
    .filter(({ value }) => isSection(value) && isWithVendor(value) && !('resolve' in value))
    .map((level) => [
      level,
      'This agreement with a vendor does not say how long it may take.',
      'Add resolve: the time that a ticket may be on hold for the vendor, such as resolve: 8h.',
    ]);
}

/** Promises to requesters and the agreements with each team or vendor are chosen apart from one another. */
function levelsNeverUsed(file: unknown): Finding[] {
  const levels = valuesAt(file, ['serviceLevels', '*']).filter(({ value }) => isSection(value));
  const all = levels.map((level) => ({
    level,
    counterpart: counterpartOf(level.value),
    fitsAll: isNothing(valueAt(level.value, ['when'])),
  }));
  return all
    .filter(({ counterpart }, at) =>
      all.slice(0, at).some((above) => above.fitsAll && above.counterpart === counterpart),
    )
    .map(({ level }) => [
      level,
      'This service level is never used: one above it fits every ticket.',
      'Move it up: the first that fits wins.',
    ]);
}

/** One text for each counterpart; the same for all promises to requesters. */
function counterpartOf(level: unknown): string {
  return JSON.stringify(['team', 'towards', 'vendor'].map((key) => valueAt(level, ['with', key]) ?? ''));
}

function isWithVendor(level: unknown): boolean {
  return valueAt(level, ['with', 'vendor']) !== undefined;
}

/** Only an agent is given work, so that hours of anybody else would change nothing. */
function shiftsOfStrangers(file: unknown): Finding[] {
  return valuesAt(file, ['teams', '*']).flatMap(({ path, value: team }) => {
    const agents = textsAt(team, ['agents', '*']).map(({ value }) => plain(value));
    return textsAt(team, ['shifts', '*', 'agents', '*'])
      .filter(({ value }) => !agents.includes(plain(value)))
      .map((found): Finding => {
        const advice = `${didYouMean(found.value, agents)}Add them to the agents of the team, or take them out of the shift.`;
        return [{ ...found, path: [...path, ...found.path] }, `"${found.value}" is no agent of this team.`, advice];
      });
  });
}

/** Without a price nobody knows when the money is spent, so that the model would never be asked. */
function moneyWithoutPrices(file: unknown): Finding[] {
  if (!isNothing(valueAt(file, ['assistant', 'prices']))) return [];
  const advice = 'Add prices: { gpt-4.1-mini: { input: 0.4, output: 1.6 } }, money for a million tokens of each model.';
  return ['moneyPerDay', 'moneyPerPersonPerDay']
    .flatMap((key) => valuesAt(file, ['assistant', 'budget', key]))
    .map((found) => [found, 'There is a budget of money, but no model has a price.', advice]);
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
