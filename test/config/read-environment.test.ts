import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { processEnvironment } from '../../src/config/process-environment.ts';
import { readEnvironment } from '../../src/config/read-environment.ts';

const bot = 'xoxb-test-bot';
const secret = 'test-signing-secret';
const app = 'xapp-test-app';

function environmentOf(variables: Record<string, string>) {
  const result = readEnvironment(variables);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 2));
  return result.environment;
}

function faultsOf(variables: Record<string, string>) {
  const result = readEnvironment(variables);
  return 'faults' in result ? result.faults : [];
}

describe('an empty environment', () => {
  it('opens the playground on this machine only', () => {
    expect(environmentOf({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      deskFile: './desk.yaml',
      logLevel: 'info',
      playground: true,
    });
  });

  it('is the same as one whose values are all empty or blank', () => {
    const blank = { PORT: '', HOST: ' ', PUBLIC_URL: '', SLACK_BOT_TOKEN: '', PLAYGROUND: '', LOG_LEVEL: '  ' };

    expect(environmentOf(blank)).toEqual(environmentOf({}));
  });

  it('is not disturbed by names of others, nor by platforms that come later', () => {
    const others = { PATH: '/bin', TEAMS_WEBHOOK: 'x', OPENAI_ORG_ID: 'y', SLACK_WEBHOOK: 'z' };

    expect(environmentOf(others)).toEqual(environmentOf({}));
  });
});

describe('the general names', () => {
  it('reach the desk', () => {
    const environment = environmentOf({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://desk.example.com',
      DATA_DIR: '/var/lib/deskhand',
      DESK_FILE: '/etc/deskhand/desk.yaml',
      LOG_LEVEL: 'WARN',
      MONGODB_URI: 'mongodb+srv://db.example.com/deskhand',
      PLAYGROUND: 'off',
    });

    expect(environment).toEqual({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://desk.example.com',
      dataDir: '/var/lib/deskhand',
      deskFile: '/etc/deskhand/desk.yaml',
      logLevel: 'warn',
      mongodbUri: 'mongodb+srv://db.example.com/deskhand',
      playground: false,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3978.5'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'desk.example.com'],
    ['PUBLIC_URL', 'ftp://desk.example.com'],
    ['LOG_LEVEL', 'verbose'],
    ['MONGODB_URI', 'localhost:27017'],
    ['PLAYGROUND', 'maybe'],
    ['SLACK_API_URL', 'slack.com/api'],
    ['SLACK_MESSAGES_PER_SECOND', '0'],
    ['SLACK_MESSAGES_PER_SECOND', 'fast'],
  ])('%s refuses "%s" and says what to write', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([
      { where: name, problem: expect.any(String), advice: expect.stringMatching(/^(Did|Write|Choose)/) },
    ]);
  });

  it('are refused all at once', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'inof', PLAYGROUND: '2', MONGODB_URI: 'x', SLACK_APP_TOKEN: app });

    expect(faults.map(({ where }) => where).sort()).toEqual([
      'LOG_LEVEL',
      'MONGODB_URI',
      'PLAYGROUND',
      'PORT',
      'SLACK_BOT_TOKEN',
    ]);
    expect(faults.find(({ where }) => where === 'LOG_LEVEL')?.advice).toMatch(/^Did you mean "info"\?/);
  });

  it.each(['1', 'true', 'on', 'ON'])(
    'PLAYGROUND=%s opens the playground beside Slack, on this machine only',
    (value) => {
      const environment = environmentOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, PLAYGROUND: value });

      expect(environment).toMatchObject({ playground: true, host: '127.0.0.1', slack: { botToken: bot } });
    },
  );
});

describe("Slack's section", () => {
  it('is on over HTTP with a bot token and a signing secret, and everybody may knock', () => {
    expect(environmentOf({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret })).toMatchObject({
      host: '0.0.0.0',
      playground: false,
      slack: { botToken: bot, signingSecret: secret, apiUrl: 'https://slack.com/api/', messagesPerSecond: 1 },
    });
  });

  it('is on over Socket Mode with a bot token and an app token', () => {
    const { slack } = environmentOf({
      SLACK_BOT_TOKEN: ` ${bot} `,
      SLACK_APP_TOKEN: app,
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      SLACK_MESSAGES_PER_SECOND: '2.5',
    });

    expect(slack).toEqual({ botToken: bot, appToken: app, apiUrl: 'http://127.0.0.1:9/api/', messagesPerSecond: 2.5 });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: bot }, 'SLACK_SIGNING_SECRET', /Basic Information.*Signing Secret.*SLACK_APP_TOKEN instead/],
    [{ SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN', /OAuth & Permissions/],
    [{ SLACK_APP_TOKEN: app }, 'SLACK_BOT_TOKEN', /OAuth & Permissions/],
  ])('is refused half filled: %j lacks %s, and the advice says where it stands', (variables, missing, place) => {
    expect(faultsOf(variables)).toEqual([
      {
        where: missing,
        problem: expect.stringMatching(/^It is missing, but SLACK_/),
        advice: expect.stringMatching(place),
      },
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: app, SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN', 'an app-level token'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN', "a user's token"],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: bot }, 'SLACK_APP_TOKEN', 'a bot token'],
    [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: app }, 'SLACK_SIGNING_SECRET', 'an app-level token'],
  ])('tells that a token stands in the wrong place: %j', (variables, where, kind) => {
    expect(faultsOf(variables)).toMatchObject([{ where, problem: expect.stringContaining(kind) }]);
  });

  it('never shows a secret in a fault', () => {
    const secrets = { SLACK_BOT_TOKEN: 'xapp-hush', SLACK_SIGNING_SECRET: 'xoxb-hush', SLACK_APP_TOKEN: 'xoxp-hush' };
    const told = JSON.stringify(
      faultsOf({ ...secrets, MONGODB_URI: 'http://me:hush@db', PUBLIC_URL: 'x://me:hush@x' }),
    );

    expect(told).toContain('PUBLIC_URL');
    expect(told).not.toContain('hush');
  });
});

describe('.env.example', () => {
  it('lists exactly the names that the code reads', async () => {
    const read = new Set<string>();
    readEnvironment(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));

    expect(Object.keys(parseEnv(await readFile('.env.example', 'utf8'))).sort()).toEqual([...read].sort());
  });

  it('says of each name what it is for, right above it', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n');
    const bare = lines.filter((line, at) => /^[A-Z]/.test(line) && !lines[at - 1]?.startsWith('# '));

    expect(bare).toEqual([]);
  });

  it('copied as it is, changes nothing', async () => {
    const copied = parseEnv(await readFile('.env.example', 'utf8')) as Record<string, string>;

    expect(environmentOf(copied)).toEqual(environmentOf({}));
  });
});

describe('the environment of the process', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-env-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has what .env says, beneath what is set already', async () => {
    const file = join(folder, '.env');
    await writeFile(file, 'PATH=from-file\nDESKHAND_TEST_ONLY="from file"\n');

    const variables = processEnvironment(file);

    expect(variables.DESKHAND_TEST_ONLY).toBe('from file');
    expect(variables.PATH).toBe(process.env.PATH);
  });

  it('needs no .env', () => {
    expect(processEnvironment(join(folder, 'none')).PATH).toBe(process.env.PATH);
  });
});
