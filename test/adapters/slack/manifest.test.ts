import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { eventParsers } from '../../../adapters/slack/parse.ts';
import { shortcutIds } from '../../../adapters/slack/parse-interaction.ts';

const folder = new URL('../../../adapters/slack/', import.meta.url);
const manifest = parseYaml(readFileSync(new URL('manifest.yaml', folder), 'utf8'));
const scopes: readonly string[] = manifest.oauth_config.scopes.bot;
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** What each method asks for, from its page at docs.slack.dev/reference/methods; `all` for every kind of conversation that it is used on. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.join': ['channels:join'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
};

/** What each event asks for, from its page at docs.slack.dev/reference/events, and which of the adapter's parsers reads it. */
const events: Readonly<Record<string, { readonly scope?: string; readonly parser: string }>> = {
  app_home_opened: { parser: 'app_home_opened' },
  app_mention: { scope: 'app_mentions:read', parser: 'app_mention' },
  member_joined_channel: { scope: 'channels:read', parser: 'member_joined_channel' },
  'message.channels': { scope: 'channels:history', parser: 'message' },
  'message.groups': { scope: 'groups:history', parser: 'message' },
  'message.im': { scope: 'im:history', parser: 'message' },
  'message.mpim': { scope: 'mpim:history', parser: 'message' },
  reaction_added: { scope: 'reactions:read', parser: 'reaction_added' },
};

const methodsInCode = [...new Set([...code.matchAll(/'((?:auth|chat|conversations|files|users|views)\.[A-Za-z]+)'/g)])]
  .map((match) => match[1] ?? '')
  .filter((name, at, all) => all.indexOf(name) === at)
  .sort();

describe('the manifest of the Slack app', () => {
  it('asks for the scopes of every method that is called, and for no others', () => {
    expect(methodsInCode).toEqual(Object.keys(scopesOfMethods).sort());
    const ofMethods = Object.values(scopesOfMethods).flat();
    const ofEvents = Object.values(events).flatMap(({ scope }) => scope ?? []);
    expect([...scopes].sort()).toEqual([...new Set([...ofMethods, ...ofEvents, 'commands', 'users:read'])].sort());
  });

  it('asks for every event that is read, and for no others', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(events).sort());
    const read = new Set(Object.values(events).map(({ parser }) => parser));
    expect([...read].sort()).toEqual(Object.keys(eventParsers).sort());
  });

  it('offers the shortcuts and the command that are read', () => {
    const offered = manifest.features.shortcuts.map(({ callback_id: id }: { callback_id: string }) => id);
    expect(offered.sort()).toEqual([...shortcutIds].sort());
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(['/desk']);
  });

  it('opens the home page, direct messages and interactivity', () => {
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('names the same scopes as the published descriptions of the methods, where they lie beside the repository', () => {
    const published = new URL('../../../../shared/platform/slack-methods/', import.meta.url);
    if (!existsSync(published)) {
      process.stderr.write(
        'Slack’s published methods are not beside the repository: scopes are held against the table only.\n',
      );
      return;
    }
    for (const [method, wanted] of Object.entries(scopesOfMethods)) {
      const { scopes: told } = JSON.parse(readFileSync(new URL(`${method}.json`, published), 'utf8'));
      const names = (told?.bot ?? []).map(({ name }: { name: string }) => name);
      expect({ method, unknown: wanted.filter((scope) => !names.includes(scope)) }).toEqual({ method, unknown: [] });
      expect({ method, isCovered: names.length === 0 || wanted.length > 0 }).toEqual({ method, isCovered: true });
    }
  });
});
