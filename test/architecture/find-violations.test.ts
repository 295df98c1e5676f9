import { describe, expect, it } from '@jest/globals';
import { findViolations } from './find-violations.ts';

/** What is wrong with one made-up file. */
function violationsIn(path: string, text: string): string[] {
  return findViolations([{ path, text }]);
}

const wrongWays: readonly (readonly [path: string, text: string, why: string])[] = [
  ['flows/claim-ticket.ts', "import { x } from '../src/store/models.ts';", 'imports src/store/models.ts'],
  ['flows/claim-ticket.ts', "import { x } from '../adapters/slack/parse.ts';", 'imports adapters/slack/parse.ts'],
  [
    'flows/claim-ticket.ts',
    "import type { x } from '../adapters/slack/parse.ts';",
    'imports adapters/slack/parse.ts (types)',
  ],
  ['flows/claim-ticket.ts', "import { x } from '../playground/stage.ts';", 'imports playground/stage.ts'],
  [
    'flows/claim-ticket.ts',
    "export const y = 1; export { x } from '../src/http/server.ts';",
    'imports src/http/server.ts',
  ],
  ['flows/claim-ticket.ts', "const x = await import('../src/app.ts');", 'imports src/app.ts'],
  ['flows/claim-ticket.ts', "let x: import('../src/store/models.ts').X;", 'imports src/store/models.ts (types)'],
  ['flows/claim-ticket.ts', "import { readDeskFile } from '../src/config/read-desk-file.ts';", 'imports src/config/'],
  ['adapters/slack/parse.ts', "import { x } from '../teams/parse.ts';", 'imports adapters/teams/parse.ts'],
  [
    'adapters/slack/parse.ts',
    "import type { Ticket } from '../../src/tickets/ticket.ts';",
    'imports src/tickets/ticket.ts',
  ],
  ['adapters/slack/parse.ts', "import { x } from '../../src/clock.ts';", 'imports src/clock.ts'],
  ['src/jobs/ring-alarms.ts', "import { x } from '../store/models.ts';", 'imports src/store/models.ts'],
  [
    'src/views/ticket-card.ts',
    "import { x } from '../tickets/ticket-service.ts';",
    'imports src/tickets/ticket-service.ts',
  ],
  [
    'src/views/ticket-card.ts',
    "import { x } from '../config/read-desk-file.ts';",
    'imports src/config/read-desk-file.ts',
  ],
  ['src/tickets/ticket-service.ts', "import { x } from '../store/models.ts';", 'imports src/store/models.ts'],
  ['src/tickets/ticket-service.ts', "import { x } from '../views/ticket-card.ts';", 'imports src/views/ticket-card.ts'],
  ['src/sla/clocks.ts', "import type { x } from '../tickets/ticket.ts';", 'imports src/tickets/ticket.ts'],
  ['src/chat/card.ts', "import type { x } from '../clock.ts';", 'imports src/clock.ts'],
  ['src/errors.ts', "import type { x } from './chat/card.ts';", 'imports src/chat/card.ts'],
  ['src/words/en.ts', "import { x } from '../tickets/lifecycle.ts';", 'imports src/tickets/lifecycle.ts'],
  ['src/delivery/courier.ts', "import { x } from '../store/models.ts';", 'imports src/store/models.ts'],
  [
    'src/delivery/courier.ts',
    "import { x } from '../../adapters/slack/adapter.ts';",
    'imports adapters/slack/adapter.ts',
  ],
  [
    'src/store/mongo-ticket-store.ts',
    "import { x } from '../tickets/ticket-service.ts';",
    'imports src/tickets/ticket-service.ts',
  ],
  ['src/store/embedded/server.ts', "import { x } from '../models.ts';", 'imports src/store/models.ts'],
  ['src/people/person.ts', "import { x } from '../tickets/lifecycle.ts';", 'imports src/tickets/lifecycle.ts'],
  ['playground/slack/people.ts', "import { x } from '../../src/errors.ts';", 'imports src/errors.ts'],
  ['playground/stage.ts', "import { x } from '../src/tickets/ticket.ts';", 'imports src/tickets/ticket.ts'],
  [
    'web/page.tsx',
    "import { x } from '../src/chat/card.ts';\nexport const Page = () => <p>{x}</p>;",
    'imports src/chat/card.ts',
  ],
];

describe('an import against the layout', () => {
  it.each(wrongWays)('is found: %s with %s', (path, text, why) => {
    expect(violationsIn(path, text)).toEqual([expect.stringContaining(`${path}:1 ${why}`)]);
  });

  it.each([
    ['src/main.ts', "import { x } from '../adapters/slack/adapter.ts'; import { y } from './store/models.ts';"],
    ['src/app.ts', "import { x } from '../flows/router.ts'; import { y } from './jobs/scheduler.ts';"],
    ['src/http/server.ts', "import { x } from '../store/connection.ts';"],
    [
      'adapters/slack/parse.ts',
      "import { x } from '../../src/chat/event.ts'; import './errors.ts'; import '../../src/log.ts';",
    ],
    [
      'flows/claim-ticket.ts',
      "import { x } from '../src/views/ticket-card.ts'; import './router.ts'; import '../src/clock.ts';",
    ],
    ['flows/claim-ticket.ts', "import type { DeskConfig } from '../src/config/desk-config.ts';"],
    ['flows/claim-ticket.ts', "import { type DeskConfig } from '../src/config/desk-config.ts';"],
    ['src/views/ticket-card.ts', "import { mayClaim } from '../tickets/permissions.ts'; import '../words/en.ts';"],
    ['src/views/ticket-list.ts', "import type { Page } from '../tickets/ticket-store.ts';"],
    [
      'src/tickets/ticket-service.ts',
      "import '../sla/clocks.ts'; import '../chat/event.ts'; import './moves/ending.ts';",
    ],
    [
      'src/store/mongo-ticket-store.ts',
      "import type { x } from '../tickets/ticket.ts'; import './embedded/server.ts';",
    ],
    ['playground/stage.ts', "import '../src/chat/card.ts'; import './slack/people.ts';"],
  ])('is none, and so is not found: %s with %s', (path, text) => {
    expect(violationsIn(path, text)).toEqual([]);
  });

  it('is found at its own line', () => {
    expect(violationsIn('src/sla/clocks.ts', '// a comment\n\nimport {\n  x,\n} from "../log.ts";\n')).toEqual([
      'src/sla/clocks.ts:3 imports src/log.ts, which src/sla/ may not',
    ]);
  });

  it('is not seen in comments and texts', () => {
    const text =
      "// import { x } from '../store/models.ts'\nexport const text = `import x from '../store/models.ts'`;\n";

    expect(violationsIn('src/sla/clocks.ts', text)).toEqual([]);
  });

  it('makes a new folder ask for its place', () => {
    expect(violationsIn('src/weather/rain.ts', 'export {};')).toEqual([
      'src/weather/rain.ts belongs to no layer: add its folder to test/architecture/layers.ts',
    ]);
  });
});

describe('an SDK away from home', () => {
  it.each([
    ['src/app.ts', '@slack/bolt', 'adapters/slack/'],
    ['playground/slack/people.ts', '@slack/types', 'adapters/slack/'],
    ['adapters/slack/adapter.ts', 'botbuilder', 'adapters/teams/'],
    ['adapters/slack/adapter.ts', 'botframework-connector/lib/x.js', 'adapters/teams/'],
    ['src/tickets/ticket-service.ts', 'mongoose', 'src/store/'],
    ['src/jobs/ring-alarms.ts', 'mongodb', 'src/store/ or src/jobs/scheduler.ts'],
    ['src/jobs/ring-alarms.ts', 'agenda', 'src/jobs/scheduler.ts'],
    ['src/app.ts', '@agendajs/mongo-backend', 'src/jobs/scheduler.ts'],
    ['flows/claim-ticket.ts', 'openai', 'src/triage/'],
    ['src/store/models.ts', 'bson', 'src/store/embedded/'],
    ['src/http/server.ts', 'mingo/core', 'src/store/embedded/'],
    ['src/http/server.ts', 'lmdb', 'src/store/embedded/'],
  ])('is found: %s with %s, whose home is %s', (path, sdk, home) => {
    expect(violationsIn(path, `import type { x } from '${sdk}';`)).toEqual([
      expect.stringMatching(new RegExp(`^${path}:1 imports .*, whose home is ${home}$`)),
    ]);
  });

  it.each([
    ['adapters/slack/adapter.ts', '@slack/bolt'],
    ['adapters/teams/adapter.ts', 'botbuilder'],
    ['src/store/models.ts', 'mongoose'],
    ['src/store/embedded/storage/lmdb-store.ts', 'lmdb'],
    ['src/jobs/scheduler.ts', 'agenda'],
    ['src/triage/openai-assistant.ts', 'openai'],
    ['src/people/people-service.ts', 'lru-cache'],
    ['src/tickets/ticket-service.ts', 'node:crypto'],
  ])('is at home: %s with %s', (path, sdk) => {
    expect(violationsIn(path, `import { x } from '${sdk}';`)).toEqual([]);
  });

  it('is found when a second file of its home wants it, where there may be one only', () => {
    const text = "import OpenAI from 'openai';";
    const files = ['src/triage/one.ts', 'src/triage/two.ts'].map((path) => ({ path, text }));

    expect(findViolations(files)).toEqual(['src/triage/one.ts, src/triage/two.ts import openai: at most 1 file may']);
  });
});

describe('what belongs to one place', () => {
  it.each([
    ['process.env.PORT', 'reads process.env'],
    ["process['env'].PORT", 'reads process.env'],
    ['new Date()', 'reads the machine'],
    ['Date.now()', 'reads the machine'],
    ['Date()', 'reads the machine'],
  ])('%s is found in a flow', (code, why) => {
    expect(violationsIn('flows/claim-ticket.ts', `export const x = ${code};`)).toEqual([
      expect.stringContaining(`flows/claim-ticket.ts:1 ${why}`),
    ]);
  });

  it('the environment is found when it is imported, too', () => {
    expect(violationsIn('src/app.ts', "import { env as e } from 'node:process';")).toHaveLength(1);
    expect(violationsIn('src/app.ts', "import { stdout } from 'node:process';")).toEqual([]);
  });

  it.each([
    ['src/config/process-environment.ts', 'process.env'],
    ['src/clock.ts', 'new Date()'],
    ['src/store/embedded/server.ts', 'Date.now()'],
    ['playground/slack/clock.ts', 'new Date()'],
    ['flows/claim-ticket.ts', 'new Date(0)'],
    ['flows/claim-ticket.ts', '"process.env and new Date()"'],
  ])('%s may have %s', (path, code) => {
    expect(violationsIn(path, `export const x = ${code};`)).toEqual([]);
  });

  it.each(['export async function x() {}', 'export const x = async () => {};', 'await x;', 'class X { async y() {} }'])(
    'waiting is found in a view: %s',
    (text) => {
      expect(violationsIn('src/views/ticket-card.ts', text)).toEqual([
        expect.stringContaining('waits, but is to be pure'),
      ]);
      expect(violationsIn('flows/claim-ticket.ts', text)).toEqual([]);
    },
  );
});

describe('the shape of files', () => {
  it('has at most 250 lines', () => {
    expect(violationsIn('src/app.ts', 'x;\n'.repeat(250))).toEqual([]);
    expect(violationsIn('src/app.ts', 'x;\n'.repeat(251))).toEqual(['src/app.ts has 251 lines, more than 250']);
  });

  it('knows no barrels', () => {
    expect(violationsIn('src/chat/all.ts', "export * from './card.ts';\nexport { x } from './form.ts';")).toEqual([
      'src/chat/all.ts is a barrel',
    ]);
    expect(violationsIn('src/chat/index.ts', 'export const x = 1;')).toEqual(['src/chat/index.ts is a barrel']);
    expect(violationsIn('src/chat/all.ts', "export * from './card.ts';\nexport const x = 1;")).toEqual([]);
  });

  it.each(['src/chat/utils.ts', 'src/chat/text-helpers.ts', 'src/tickets/common/x.ts', 'web/helper.tsx'])(
    'knows no file of all sorts: %s',
    (path) => {
      expect(violationsIn(path, 'export const x = 1;')).toEqual([expect.stringContaining('which says nothing')]);
    },
  );
});
