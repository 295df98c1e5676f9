/** Where something that should be in one place may be. Paths that end in a slash are folders. */
export interface Home {
  /** Names of packages; a star at the end stands for anything. */
  readonly packages: readonly string[];
  readonly homes: readonly string[];
  /** How many files there may import it. */
  readonly atMostFiles?: number;
}

/** Each SDK has one home: the second table of the design's layout. */
export const sdkHomes: readonly Home[] = [
  { packages: ['@slack/*'], homes: ['adapters/slack/'] },
  { packages: ['botbuilder*', 'botframework-*', '@microsoft/*'], homes: ['adapters/teams/'] },
  { packages: ['mongoose'], homes: ['src/store/'] },
  { packages: ['mongodb'], homes: ['src/store/', 'src/jobs/scheduler.ts'] },
  { packages: ['agenda', '@agendajs/*'], homes: ['src/jobs/scheduler.ts'] },
  { packages: ['commander'], homes: ['src/cli.ts', 'src/cli/'] },
  // The calendar asks when days are off; desk.yaml is checked against which places are known.
  { packages: ['date-holidays'], homes: ['src/sla/holidays.ts', 'src/config/desk-file-holidays.ts'] },
  { packages: ['csv-parse'], homes: ['src/import/'] },
  { packages: ['chrono-node*'], homes: ['src/duty/', 'src/triage/'] },
  { packages: ['echarts', 'echarts/*', '@resvg/*', '@expo-google-fonts/*'], homes: ['src/charts/'] },
  { packages: ['openai'], homes: ['src/triage/'], atMostFiles: 1 },
  { packages: ['lmdb', 'mingo', 'bson'], homes: ['src/store/embedded/'] },
];

export const environmentHomes = ['src/config/'];

/** Where the machine's clock is read. Everything else is given a `Clock`. */
export const timeHomes = [
  'src/clock.ts',
  'src/store/embedded/',
  'playground/',
  // A page runs in its reader's browser and shows their day.
  'web/',
  // Slack's own dates and waiting times are the machine's; the adapter is handed another clock in tests.
  'adapters/slack/wiring.ts',
];

/** Views are pure, and so are the words. */
export const pureHomes = ['src/views/', 'src/words/'];
