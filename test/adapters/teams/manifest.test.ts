import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/teams/parse.ts';
import { commandIds } from '../../../adapters/teams/parse-invoke.ts';
import { aMention, anInvoke } from './activities.ts';

const folder = new URL('../../../adapters/teams/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;
const reading = { now: () => new Date(0), tenant: 'local' };

describe('the manifest of the Teams app', () => {
  it('is one app that is a bot and a message extension', () => {
    expect(manifest.bots).toHaveLength(1);
    expect(manifest.composeExtensions).toHaveLength(1);
    expect(new Set([manifest.id, bot.botId, extension.botId, manifest.webApplicationInfo.id])).toEqual(
      new Set(['{{TEAMS_APP_ID}}']),
    );
  });

  it('lives where the desk answers, and takes files', () => {
    expect(bot).toMatchObject({
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
      isNotificationOnly: false,
    });
  });

  it('offers the commands that are read, and no others', () => {
    const offered = extension.commands.map(({ id }: { id: string }) => id);

    expect(offered.sort()).toEqual(Object.values(commandIds).sort());
  });

  it('names the search’s field as the parser does', () => {
    const search = extension.commands.find(({ id }: { id: string }) => id === commandIds.search);
    const [parameter] = search.parameters;
    const value = { commandId: search.id, parameters: [{ name: parameter.name, value: 'vpn' }] };

    expect(search.parameters).toHaveLength(1);
    expect(parse(anInvoke('composeExtension/query', value), reading)).toMatchObject({ kind: 'search', text: 'vpn' });
  });

  it('lets the action commands ask for their form, each where it makes sense', () => {
    const actions = extension.commands.filter(({ type }: { type: string }) => type === 'action');

    expect(actions).toMatchObject([
      { id: commandIds.raise, context: ['message'], fetchTask: true },
      { id: commandIds.create, context: ['compose', 'commandBox'], fetchTask: true },
    ]);
  });

  it('lists the words of the compose box that are read as commands', () => {
    const withWords = [
      'find vpn',
      'ask how do I print?',
      'show INC-42',
      'why INC-42',
      'articles',
      'secret',
      'away until friday 9:00',
      'back',
    ];
    const examples = Object.fromEntries(['mine', ...withWords, 'help'].map((words) => [words.split(' ')[0], words]));
    const listed = bot.commandLists[0].commands.map(({ title }: { title: string }) => title);

    expect(listed).toEqual(Object.keys(examples));
    for (const title of listed) {
      expect(parse(aMention(examples[title] ?? ''), reading)).toMatchObject({ kind: 'command', text: examples[title] });
    }
  });

  it('asks to hear every message, with the team’s consent', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ]);
  });

  // Source: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
  it('keeps Microsoft’s limits', () => {
    const { name, description, developer, accentColor, manifestVersion, version } = manifest;
    expect([name.short.length <= 30, name.full.length <= 100]).toEqual([true, true]);
    expect([description.short.length <= 80, description.full.length <= 4000]).toEqual([true, true]);
    expect(
      [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl].every((url) => url.startsWith('https://')),
    ).toBe(true);
    expect(accentColor).toMatch(/^#[0-9A-F]{6}$/);
    expect(manifest.$schema).toContain(`/v${manifestVersion}/`);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(extension.commands.length).toBeLessThanOrEqual(10);
    for (const command of [...extension.commands, ...bot.commandLists[0].commands]) {
      expect(command.title.length).toBeLessThanOrEqual(32);
      expect(command.description.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a picture of %i by as many', (name, size) => {
    const bytes = readFileSync(new URL(name, folder));

    expect(Object.values(manifest.icons)).toContain(name);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  });
});
