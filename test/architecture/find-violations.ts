import { environmentHomes, pureHomes, sdkHomes, timeHomes } from './homes.ts';
import { type Layer, layers } from './layers.ts';
import { type ImportFact, type SourceFacts, type SourceFile, sourceFacts } from './source-facts.ts';

const mostLines = 250;

/** Everything in the files that breaks the design's layout, one line each: where, and what is not allowed. */
export function findViolations(files: readonly SourceFile[]): string[] {
  const facts = files.map(sourceFacts);
  return [...facts.flatMap(violationsOf), ...crowdedHomes(facts)];
}

function violationsOf(file: SourceFacts): string[] {
  const layer = layerOf(file.path);
  const at = (lines: readonly number[], what: string) => lines.map((line) => `${file.path}:${line} ${what}`);
  return [
    ...(layer === undefined ? [`${file.path} belongs to no layer: add its folder to test/architecture/layers.ts`] : []),
    ...file.imports.filter(({ isOurs }) => isOurs).flatMap((one) => wrongWay(file, layer, one)),
    ...file.imports.filter(({ isOurs }) => !isOurs).flatMap((one) => farFromHome(file, one)),
    ...(isIn(environmentHomes, file.path)
      ? []
      : at(file.environmentLines, 'reads process.env, which only src/config may')),
    ...(isIn(timeHomes, file.path) ? [] : at(file.timeLines, "reads the machine's time: take a Clock")),
    ...(isIn(pureHomes, file.path) ? at(file.waitingLines, 'waits, but is to be pure') : []),
    ...(file.lineCount > mostLines ? [`${file.path} has ${file.lineCount} lines, more than ${mostLines}`] : []),
    ...(file.isBarrel || /(^|\/)index\.tsx?$/.test(file.path) ? [`${file.path} is a barrel`] : []),
    ...namelessParts(file.path).map((part) => `${file.path} is called "${part}", which says nothing`),
  ];
}

function wrongWay(file: SourceFacts, layer: Layer | undefined, { line, target, isTypeOnly }: ImportFact): string[] {
  if (layer === undefined || layer.mayImport === 'everything' || isIn([layer.home], target)) return [];
  const named = [...layer.mayImport, ...(isTypeOnly ? (layer.mayImportTypesOf ?? []) : [])];
  if (isIn(named, target) && (isTypeOnly || layer.butNever?.test(target) !== true)) return [];
  return [`${file.path}:${line} imports ${target}${isTypeOnly ? ' (types)' : ''}, which ${layer.home} may not`];
}

function farFromHome(file: SourceFacts, { line, target }: ImportFact): string[] {
  const home = sdkHomes.find(({ packages }) => packages.some((name) => matches(name, target)));
  if (home === undefined || isIn(home.homes, file.path)) return [];
  return [`${file.path}:${line} imports ${target}, whose home is ${home.homes.join(' or ')}`];
}

function crowdedHomes(files: readonly SourceFacts[]): string[] {
  return sdkHomes.flatMap(({ packages, homes, atMostFiles = Number.POSITIVE_INFINITY }) => {
    const users = files.filter(({ imports }) =>
      imports.some(({ target }) => packages.some((name) => matches(name, target))),
    );
    const inside = users.filter(({ path }) => isIn(homes, path)).map(({ path }) => path);
    if (inside.length <= atMostFiles) return [];
    return [`${inside.join(', ')} import ${packages.join(', ')}: at most ${atMostFiles} file may`];
  });
}

function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ home }) => isIn([home], path))
    .toSorted((one, other) => other.home.length - one.home.length)[0];
}

function isIn(homes: readonly string[], path: string): boolean {
  return homes.some((home) => (home.endsWith('/') ? path.startsWith(home) : path === home));
}

function matches(name: string, target: string): boolean {
  return name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : target === name;
}

function namelessParts(path: string): string[] {
  const parts = path.replace(/\.tsx?$/, '').split('/');
  return parts.filter((part) => /^(.+-)?(utils?|helpers?|common|misc)$/.test(part));
}
