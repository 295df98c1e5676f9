import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkManifest } from '../../scripts/teams-package/check-manifest.ts';
import { appId, changed, foundIn, good, type Path, template } from './teams-package-kit.ts';

const commands = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `t${at}`, description: 'd' }));
const bot: Path = ['bots', 0];
const list: Path = [...bot, 'commandLists', 0];
const extension: Path = ['composeExtensions', 0];
const search: Path = [...extension, 'commands', 0];
const asked: Path = ['authorization', 'permissions', 'resourceSpecific'];

describe('the manifest of the repository', () => {
  it('is one that Teams takes', () => {
    expect(checkManifest(good())).toEqual([]);
  });

  it('is not before it is filled', () => {
    expect(foundIn(JSON.parse(template))).toEqual(
      expect.arrayContaining([
        'id: {{TEAMS_APP_ID}} was not filled.',
        'webApplicationInfo.id: {{TEAMS_APP_ID}} was not filled.',
      ]),
    );
  });
});

describe('what Teams would not take', () => {
  it.each<[string, Path, unknown, string]>([
    [
      'another version of the rules',
      ['manifestVersion'],
      '1.5',
      'manifestVersion: The package is checked by the rules of 1.17.',
    ],
    [
      'the schema of another version',
      ['$schema'],
      'https://developer.microsoft.com/json-schemas/teams/v1.5/MicrosoftTeams.schema.json',
      '$schema: It is not the schema of 1.17.',
    ],
    [
      'a version that is not semantic',
      ['version'],
      '1.0',
      'version: It is no semantic version: three numbers, as 1.4.0.',
    ],
    [
      'a version with a leading nought',
      ['version'],
      '1.02.0',
      'version: It is no semantic version: three numbers, as 1.4.0.',
    ],
    ['no version', ['version'], undefined, 'version: It is missing.'],
    ['no icons', ['icons'], undefined, 'icons: It is missing.'],
    ['no accent colour', ['accentColor'], undefined, 'accentColor: It is missing.'],
    ['a colour by name', ['accentColor'], 'navy', 'accentColor: It is no colour: # and six hexadecimal digits.'],
    ['no privacy page', ['developer', 'privacyUrl'], undefined, 'developer.privacyUrl: It is missing.'],
    [
      'a page without TLS',
      ['developer', 'websiteUrl'],
      'http://example.com',
      'developer.websiteUrl: It is no address that begins with https://.',
    ],
    ['an id that is no GUID', ['id'], 'my-app', 'id: It is no GUID (8-4-4-4-12 hexadecimal digits).'],
    [
      'a domain with its scheme',
      ['validDomains'],
      ['https://desk.example.com'],
      'validDomains[0]: It is no domain. Write it without https:// and path: desk.example.com.',
    ],
    [
      'a star for a whole country',
      ['validDomains'],
      ['*.com'],
      'validDomains[0]: It is no domain. Write it without https:// and path: desk.example.com.',
    ],
    ['no scope', [...list, 'scopes'], [], 'bots[0].commandLists[0].scopes: It names no scope.'],
    [
      'a field that no manifest has',
      ['bots', 0, 'nickname'],
      'x',
      'bots[0].nickname: A manifest has no such field, or none that Deskhand needs.',
    ],
    ['names that are the same', ['name', 'full'], 'Deskhand', 'name.full: It is the same as the short name.'],
    [
      'another app’s extension',
      [...extension, 'botId'],
      appId.replace('b', 'c'),
      'composeExtensions[0].botId: It is another app than the bot.',
    ],
    [
      'another app’s registration',
      ['webApplicationInfo', 'id'],
      appId.replace('b', 'c'),
      'webApplicationInfo.id: It is another app than the bot.',
    ],
    [
      'permissions without a registration',
      ['webApplicationInfo'],
      undefined,
      'webApplicationInfo: Permissions need its id and resource.',
    ],
    [
      'an unknown permission',
      [...asked, 0, 'name'],
      'ChannelMessages.Read.Group',
      'authorization.permissions.resourceSpecific[0].name: Microsoft knows no permission "ChannelMessages.Read.Group".',
    ],
    [
      'a permission in a mode that it has not',
      [...asked, 0, 'type'],
      'Delegated',
      'authorization.permissions.resourceSpecific[0].type: ChannelMessage.Read.Group cannot be had as Delegated.',
    ],
    [
      'a permission twice',
      [...asked, 1],
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      'authorization.permissions.resourceSpecific: ChannelMessage.Read.Group (Application) stands there twice.',
    ],
    [
      'a search without a field',
      [...search, 'parameters'],
      undefined,
      'composeExtensions[0].commands[0]: A search needs a parameter.',
    ],
    [
      'an action that leads nowhere',
      [...extension, 'commands', 1, 'fetchTask'],
      false,
      'composeExtensions[0].commands[1]: It asks for nothing and opens nothing.',
    ],
    [
      'a search on a message',
      [...search, 'context'],
      ['message'],
      'composeExtensions[0].commands[0].context: Only actions start there.',
    ],
    [
      'an id twice',
      [...search, 'id'],
      'new_issue',
      'composeExtensions[0].commands: The id "new_issue" stands there twice.',
    ],
    [
      'a command twice',
      [...list, 'commands', 0, 'title'],
      'Help',
      'bots[0].commandLists[0].commands: The command "help" stands there twice.',
    ],
    [
      'one file for both icons',
      ['icons', 'outline'],
      'color.png',
      'icons.outline: It is the same file as the colour icon.',
    ],
    [
      'an icon in a folder',
      ['icons', 'color'],
      'icons/color.png',
      'icons.color: It is no PNG file beside the manifest, in no folder.',
    ],
    [
      'a place that was not filled',
      ['description', 'full'],
      'Ask {{WHO}}',
      'description.full: {{WHO}} was not filled.',
    ],
  ])('is found: %s', (_, path, value, fault) => {
    expect(foundIn(changed(path, value))).toEqual([fault]);
  });

  it('is found where a scope is missing that something else needs', () => {
    expect(foundIn(changed([...bot, 'scopes'], ['personal', 'groupChat']))).toEqual([
      'bots[0].commandLists[0].scopes: The bot is not in the scope team.',
      'authorization.permissions.resourceSpecific[0].name: The bot is not in the scope team, where it would be consented to.',
    ]);
  });

  it('is found in a scope by its old name', () => {
    expect(foundIn(changed([...bot, 'scopes', 2], 'groupchat'))).toContain(
      'bots[0].scopes[2]: It is no scope: personal, team or groupChat.',
    );
  });

  it('is found in two lists of commands for one scope', () => {
    const lists = [
      { scopes: ['team'], commands: commands(1) },
      { scopes: ['team'], commands: commands(1) },
    ];

    expect(foundIn(changed([...bot, 'commandLists'], lists))).toEqual([
      'bots[0].commandLists[1].scopes: Another list is for team already.',
    ]);
  });

  it('is told all at once, in single fields and between them', () => {
    const manifest = { ...good(), version: 'one', accentColor: 'red', name: { short: 'Desk', full: 'Desk' } };

    expect(foundIn(manifest)).toEqual([
      'version: It is no semantic version: three numbers, as 1.4.0.',
      'accentColor: It is no colour: # and six hexadecimal digits.',
      'name.full: It is the same as the short name.',
    ]);
  });

  it('is told of whatever JSON there is', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => expect(checkManifest(json).length).toBeGreaterThan(0)));
  });
});
