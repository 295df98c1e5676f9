/** A part of the program and what it may import; its own folder always. Paths that end in a slash are folders. */
export interface Layer {
  readonly home: string;
  readonly mayImport: readonly string[] | 'everything';
  /** What it may import for its types alone. */
  readonly mayImportTypesOf?: readonly string[];
  /** What it may not import but for its types, though `mayImport` would let it. */
  readonly butNever?: RegExp;
}

const ground = ['src/chat/', 'src/errors.ts', 'src/clock.ts', 'src/log.ts'];
const laterServices = [
  'src/knowledge/',
  'src/triage/',
  'src/surveys/',
  'src/reports/',
  'src/charts/',
  'src/estimates/',
];
const services = [
  'src/secrets/',
  'src/outages/',
  ...['src/tickets/', 'src/people/', 'src/places/', 'src/sla/', 'src/duty/', 'src/delivery/'],
  'src/help/',
  ...laterServices,
];
const stories = [...services, ...ground, 'src/views/', 'src/words/', 'src/desk.ts', 'src/journal.ts'];

/** Who may import whom: the first table of the design's layout. The longest home that a file lies in is its layer. */
export const layers: readonly Layer[] = [
  ...[
    'src/main.ts',
    'src/app.ts',
    'src/build-desk.ts',
    'src/knowledge-watches.ts',
    'src/build-help.ts',
    'src/build-tickets.ts',
    'src/build-knowledge.ts',
    'src/build-model.ts',
    'src/build-secrets.ts',
    'src/http/',
    'src/cli.ts',
    'src/cli/',
  ].map((home) => ({
    home,
    mayImport: 'everything' as const,
  })),
  ...['adapters/slack/', 'adapters/teams/'].map((home) => ({
    home,
    mayImport: ['src/chat/', 'src/errors.ts', 'src/log.ts'],
  })),
  ...['flows/', 'src/jobs/', 'src/desk.ts'].map((home) => ({
    home,
    mayImport: stories,
    mayImportTypesOf: ['src/config/'],
  })),
  {
    home: 'src/views/',
    mayImport: ['src/chat/', 'src/words/', ...services],
    mayImportTypesOf: ['src/config/'],
    // Pure functions of the domain may be called, what reads and writes may not.
    butNever: /-(service|store)\.ts$|^src\/delivery\//,
  },
  ...['src/delivery/', 'src/duty/'].map((home) => ({ home, mayImport: stories, mayImportTypesOf: ['src/config/'] })),
  {
    home: 'src/tickets/',
    mayImport: ['src/sla/', 'src/chat/', 'src/errors.ts', 'src/clock.ts'],
    mayImportTypesOf: ['src/log.ts'],
  },
  ...['src/people/', 'src/places/'].map((home) => ({
    home,
    mayImport: [...ground, 'src/people/'],
    mayImportTypesOf: ['src/config/', 'src/tickets/'],
  })),
  // Articles are read as records are, and what they say is put into words by the assistant.
  {
    home: 'src/knowledge/',
    mayImport: [...ground, 'src/tickets/', 'src/people/', 'src/sla/'],
    mayImportTypesOf: ['src/config/', 'src/triage/'],
  },
  ...laterServices.slice(1).map((home) => ({
    home,
    // Reports and triage compare texts as articles are compared.
    mayImport: [...ground, 'src/tickets/', 'src/people/', 'src/sla/', 'src/knowledge/'],
    mayImportTypesOf: ['src/config/', 'src/charts/'],
  })),
  // The assistant answers from articles and masks what it sends.
  ...['src/triage/model/', 'src/triage/ladder.ts', 'src/triage/local-assistant.ts'].map((home) => ({
    home,
    mayImport: [...ground, 'src/tickets/', 'src/triage/', 'src/knowledge/', 'src/secrets/'],
    mayImportTypesOf: ['src/config/'],
  })),
  // What comes again is told by what words are about.
  {
    home: 'src/reports/recurring.ts',
    mayImport: [...ground, 'src/tickets/', 'src/reports/', 'src/outages/'],
    mayImportTypesOf: ['src/charts/'],
  },
  // Tickets that are about the same: it reads, writes and tells of them.
  { home: 'src/outages/', mayImport: stories, mayImportTypesOf: ['src/config/'] },
  // Finds tickets as articles are found, and asks the assistant.
  {
    home: 'src/help/',
    mayImport: [...ground, 'src/tickets/', 'src/people/', 'src/knowledge/', 'src/triage/'],
    mayImportTypesOf: ['src/config/'],
  },
  // Turns another desk's rows into tickets, pure but for reading them.
  { home: 'src/import/', mayImport: ['src/tickets/', 'src/sla/', 'src/config/', 'src/chat/', 'src/errors.ts'] },
  { home: 'src/words/', mayImport: ['src/chat/'], mayImportTypesOf: ['src/tickets/', 'src/secrets/'] },
  // Finds and hides secrets, and hands them over; knows tickets by their keys alone.
  { home: 'src/secrets/', mayImport: [...ground, 'src/people/'], mayImportTypesOf: ['src/config/'] },
  {
    home: 'src/store/',
    mayImport: [...ground, 'src/tickets/'],
    mayImportTypesOf: [...services, 'src/config/'],
    butNever: /-service\.ts$/,
  },
  { home: 'src/store/embedded/', mayImport: ['src/errors.ts', 'src/log.ts'] },
  { home: 'src/config/', mayImport: ['src/chat/', 'src/errors.ts'] },
  ...['src/sla/', 'src/chat/'].map((home) => ({ home, mayImport: ['src/errors.ts'] })),
  { home: 'src/journal.ts', mayImport: ['src/log.ts'] },
  { home: 'src/mapped-stacks.ts', mayImport: [] },
  ...['src/errors.ts', 'src/clock.ts', 'src/log.ts'].map((home) => ({ home, mayImport: [] })),
  { home: 'playground/slack/', mayImport: [] },
  {
    home: 'playground/',
    mayImport: ['playground/slack/', 'src/chat/', 'src/errors.ts', 'src/log.ts'],
    // Whom desk.yaml names, and what the desk has done.
    mayImportTypesOf: ['src/config/', 'src/journal.ts'],
  },
  {
    home: 'web/',
    // Pure: how Slack's markup is read.
    mayImport: ['playground/slack/mrkdwn.ts'],
    mayImportTypesOf: ['playground/', 'src/chat/'],
  },
];
