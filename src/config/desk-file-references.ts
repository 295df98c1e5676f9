import { repeated, textsAt } from './desk-file-values.ts';
import type { YamlText } from './desk-file-yaml.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

type Pattern = readonly string[];

/**
 * Finds ids that are used but not defined, and ids that are defined twice.
 * It looks at the raw values, so that these faults are found beside those of the shape.
 */
export function referenceFaults(yaml: YamlText): Fault[] {
  return [
    ...references.flatMap((reference) => unknownIds(reference, yaml)),
    ...unique.flatMap((rule) => doubles(rule, yaml)),
  ];
}

const references: readonly { readonly from: Pattern; readonly to: string; readonly builtIn?: readonly string[] }[] = [
  { from: ['services', '*', 'team'], to: 'teams' },
  { from: ['channels', '*', 'team'], to: 'teams' },
  { from: ['serviceLevels', '*', 'when', 'team'], to: 'teams' },
  { from: ['serviceLevels', '*', 'when', 'service'], to: 'services' },
  { from: ['serviceLevels', '*', 'when', 'group'], to: 'groups' },
  { from: ['serviceLevels', '*', 'with', 'team'], to: 'teams' },
  { from: ['serviceLevels', '*', 'with', 'towards'], to: 'teams' },
  { from: ['serviceLevels', '*', 'with', 'vendor'], to: 'vendors' },
  { from: ['assistant', 'confidentialServices', '*'], to: 'services' },
  { from: ['serviceLevels', '*', 'calendar'], to: 'calendars', builtIn: ['always'] },
  { from: ['replies', '*', 'service'], to: 'services' },
];

const unique: readonly { readonly each: Pattern; readonly problem: string }[] = [
  { each: ['teams', '*', 'id'], problem: 'is already the id of another team' },
  { each: ['groups', '*', 'id'], problem: 'is already the id of another group' },
  { each: ['vendors', '*', 'id'], problem: 'is already the id of another vendor' },
  { each: ['services', '*', 'id'], problem: 'is already the id of another service' },
  { each: ['calendars', '*', 'id'], problem: 'is already the id of another calendar' },
  { each: ['serviceLevels', '*', 'id'], problem: 'is already the id of another service level' },
  { each: ['digests', '*', 'id'], problem: 'is already the id of another digest' },
  { each: ['replies', '*', 'id'], problem: 'is already the id of another reply' },
  { each: ['channels', '*', 'slack'], problem: 'is already in the list of channels' },
  { each: ['channels', '*', 'teams'], problem: 'is already in the list of channels' },
  { each: ['assistant', 'confidentialServices', '*'], problem: 'is in this list already' },
  { each: ['reminders', '*', 'at'], problem: 'has a reminder already' },
];

function unknownIds({ from, to, builtIn = [] }: (typeof references)[number], yaml: YamlText): Fault[] {
  const known = [...new Set([...builtIn, ...textsAt(yaml.value, [to, '*', 'id']).map(({ value }) => value)])];
  const choice =
    known.length === 0 ? `Define it under ${to}.` : `Use one of: ${known.join(', ')}; or define it under ${to}.`;
  return textsAt(yaml.value, from)
    .filter(({ value }) => !known.includes(value))
    .map(({ path, value }) => ({
      where: yaml.locate(path),
      problem: `There is no "${value}" among the ${to}.`,
      advice: didYouMean(value, known) + choice,
    }));
}

function doubles({ each, problem }: (typeof unique)[number], yaml: YamlText): Fault[] {
  return repeated(textsAt(yaml.value, each)).map(({ path, value }) => ({
    where: yaml.locate(path),
    problem: `"${value}" ${problem}.`,
    advice: 'Rename or remove one of the two.',
  }));
}
