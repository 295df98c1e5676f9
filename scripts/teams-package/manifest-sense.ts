import type { Fault } from '../../src/config/faults.ts';
import { manifestVersion } from './manifest-schema.ts';
import type { ManifestShape as Manifest } from './manifest-shape.ts';
import { modeOf, permissionNames } from './resource-permissions.ts';

type Problem = Pick<Fault, 'where' | 'problem'>;

/**
 * What belongs together in a manifest, whatever may be wrong with single fields of it.
 * Sources: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema,
 * https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent
 */
export function checkSense(manifest: Manifest): readonly Problem[] {
  return [names, ids, schemaAddress, commandLists, extensionCommands, permissions, scopesOfPermissions, icons].flatMap(
    (check) => check(manifest),
  );
}

function names({ name, description }: Manifest): readonly Problem[] {
  return [
    ...when(isFilled(name?.full) && name?.short === name?.full, 'name.full', 'It is the same as the short name.'),
    ...when(
      isFilled(description?.full) && description?.short === description?.full,
      'description.full',
      'It is the same as the short description.',
    ),
  ];
}

/** One registration in Entra stands behind all of them. */
function ids({ id, bots, composeExtensions, webApplicationInfo }: Manifest): readonly Problem[] {
  const botId = bots[0]?.botId ?? composeExtensions[0]?.botId ?? id;
  const problem = 'It is another app than the bot.';
  return [
    ...when(!same(composeExtensions[0]?.botId, botId), 'composeExtensions[0].botId', problem),
    ...when(!same(webApplicationInfo?.id, botId), 'webApplicationInfo.id', problem),
  ];
}

function same(one = '', other: string): boolean {
  return one === '' || other === '' || one.toLowerCase() === other.toLowerCase();
}

function schemaAddress({ $schema }: Manifest): readonly Problem[] {
  const isRight = $schema === '' || $schema.includes(`/v${manifestVersion}/`);
  return when(!isRight, '$schema', `It is not the schema of ${manifestVersion}.`);
}

/** A list counts in a scope that its bot has, and only one list in each. */
function commandLists({ bots }: Manifest): readonly Problem[] {
  const { scopes: allowed = [], commandLists: lists = [] } = bots[0] ?? {};
  const seen = new Set<string>();
  return lists.flatMap(({ scopes, commands }, at) => {
    const where = `bots[0].commandLists[${at}]`;
    const twice = scopes.filter((scope) => seen.has(scope));
    for (const scope of scopes) seen.add(scope);
    return [
      ...scopes
        .filter((scope) => !allowed.includes(scope))
        .map((scope) => ({ where: `${where}.scopes`, problem: `The bot is not in the scope ${scope}.` })),
      ...twice.map((scope) => ({ where: `${where}.scopes`, problem: `Another list is for ${scope} already.` })),
      ...repeated(commands.map(({ title }) => title.toLowerCase())).map((title) => ({
        where: `${where}.commands`,
        problem: `The command "${title}" stands there twice.`,
      })),
    ];
  });
}

function extensionCommands({ composeExtensions }: Manifest): readonly Problem[] {
  const commands = composeExtensions[0]?.commands ?? [];
  const where = 'composeExtensions[0].commands';
  return [
    ...repeated(commands.map(({ id }) => id)).map((id) => ({ where, problem: `The id "${id}" stands there twice.` })),
    ...commands.flatMap(({ type, parameters: { length }, fetchTask, context }, at) => [
      ...when(type === 'query' && length === 0, `${where}[${at}]`, 'A search needs a parameter.'),
      ...when(
        type === 'action' && length === 0 && !fetchTask,
        `${where}[${at}]`,
        'It asks for nothing and opens nothing.',
      ),
      ...when(type === 'query' && context.includes('message'), `${where}[${at}].context`, 'Only actions start there.'),
    ]),
  ];
}

function permissions({ authorization, webApplicationInfo }: Manifest): readonly Problem[] {
  const asked = authorization?.permissions?.resourceSpecific ?? [];
  const where = 'authorization.permissions.resourceSpecific';
  return [
    ...when(
      asked.length > 0 && !webApplicationInfo?.resource,
      'webApplicationInfo',
      'Permissions need its id and resource.',
    ),
    ...repeated(asked.map(({ name, type }) => `${name} (${type})`)).map((name) => ({
      where,
      problem: `${name} stands there twice.`,
    })),
    ...asked.flatMap(({ name, type }, at) => [
      ...when(
        isFilled(name) && !permissionNames.has(name),
        `${where}[${at}].name`,
        `Microsoft knows no permission "${name}".`,
      ),
      ...when(
        permissionNames.has(name) && !modeOf(name).some((mode) => mode === type),
        `${where}[${at}].type`,
        `${name} cannot be had as ${type}.`,
      ),
    ]),
  ];
}

/** Consent is given where the app is installed. */
function scopesOfPermissions({ authorization, bots }: Manifest): readonly Problem[] {
  const scopes = bots[0]?.scopes ?? [];
  const needs = { Group: 'team', Chat: 'groupChat', User: 'personal' } as const;
  return (authorization?.permissions?.resourceSpecific ?? []).flatMap(({ name }, at) => {
    const kind = Object.entries(needs).find(([end]) => name.endsWith(`.${end}`));
    const isLost = kind !== undefined && !scopes.includes(kind[1]);
    return when(
      isLost,
      `authorization.permissions.resourceSpecific[${at}].name`,
      `The bot is not in the scope ${kind?.[1]}, where it would be consented to.`,
    );
  });
}

function icons({ icons }: Manifest): readonly Problem[] {
  const { color = '', outline = '' } = icons ?? {};
  return [
    ...when(isFilled(color) && color === outline, 'icons.outline', 'It is the same file as the colour icon.'),
    ...Object.entries({ color, outline }).flatMap(([name, file]) =>
      when(
        isFilled(file) && !/^[\w.-]+\.png$/.test(file),
        `icons.${name}`,
        'It is no PNG file beside the manifest, in no folder.',
      ),
    ),
  ];
}

const isFilled = (written: string | undefined): boolean => written !== undefined && written !== '';

function when(isWrong: boolean, where: string, problem: string): readonly Problem[] {
  return isWrong ? [{ where, problem }] : [];
}

function repeated(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word, at) => words.indexOf(word) !== at))];
}
