import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSlackStub } from './ack/slack-stub.ts';
import { aLoginStub } from './startup/login-stub.ts';
import { type Started, startAndStop } from './startup/start-and-stop.ts';

/**
 * How long from the start of the process until it answers: the desk with both platforms and its embedded store, against
 * a bare Bolt app and a bare CloudAdapter, one after the other in each round. Nothing needs the internet: Slack and the
 * login of Teams are stood in for on this machine.
 */
const rounds = 9;

const slack = await aSlackStub();
const login = await aLoginStub();
const folder = await mkdtemp(join(tmpdir(), 'deskhand-bench-'));
const deskFile = join(folder, 'desk.yaml');
await writeFile(
  deskFile,
  'teams:\n  - { id: it, name: IT, agents: [ben@example.com], triage: { slack: "#it-triage" } }\n',
);

const desk: Started = {
  script: '../../bundle/desk/main.js',
  // As `npm start` does.
  flags: ['--max-semi-space-size=32', '--disable-warning=ExperimentalWarning'],
  environment: {
    DESK_FILE: deskFile,
    LOG_LEVEL: 'warn',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: 'bench-signing-secret',
    SLACK_API_URL: slack.apiUrl,
    TEAMS_APP_ID: 'bbbbbbbb-0000-0000-0000-00000000000b',
    TEAMS_APP_PASSWORD: 'secret',
    TEAMS_TENANT_ID: '11111111-2222-3333-4444-555555555555',
    TEAMS_LOGIN_URL: login.url,
  },
  path: '/readyz',
};
const bolt: Started = { script: './bare-bolt.js', flags: [], environment: { SLACK_API_URL: slack.apiUrl }, path: '/' };
const cloudAdapter: Started = { script: './bare-cloud-adapter.js', flags: [], environment: {}, path: '/' };

interface Round {
  readonly desk: number;
  readonly bolt: number;
  readonly cloudAdapter: number;
}
const measured: Round[] = [];
try {
  await round(0); // files are read into the machine's cache
  for (let number = 1; number <= rounds; number += 1) {
    const one = await round(number);
    measured.push(one);
    console.log(
      `round ${number}: desk ${one.desk.toFixed(0)} ms, bolt ${one.bolt.toFixed(0)} ms, cloudAdapter ${one.cloudAdapter.toFixed(0)} ms, ratio ${ratioOf(one).toFixed(2)}`,
    );
  }
  const [ours, ofBolt, ofCloudAdapter] = (['desk', 'bolt', 'cloudAdapter'] as const).map((name) =>
    median(measured.map((one) => one[name])),
  );
  console.log(
    `startup: desk ${ours?.toFixed(0)} ms, bolt ${ofBolt?.toFixed(0)} ms, cloudAdapter ${ofCloudAdapter?.toFixed(0)} ms (medians); median ratio desk / (bolt + cloudAdapter) ${median(measured.map(ratioOf)).toFixed(2)}`,
  );
} finally {
  await Promise.all([slack.stop(), login.stop()]);
  await rm(folder, { recursive: true, force: true });
}

/** Each once; every other round the other way round. */
async function round(number: number): Promise<Round> {
  const dataDir = join(folder, `data-${number}`);
  const ours = { ...desk, environment: { ...desk.environment, DATA_DIR: dataDir } };
  const apps = [['desk', ours] as const, ['bolt', bolt] as const, ['cloudAdapter', cloudAdapter] as const];
  const took = { desk: 0, bolt: 0, cloudAdapter: 0 };
  for (const [name, app] of number % 2 ? apps : apps.toReversed()) took[name] = await startAndStop(app);
  return took;
}

function ratioOf({ desk, bolt, cloudAdapter }: Round): number {
  return desk / (bolt + cloudAdapter);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
