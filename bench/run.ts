/** `npm run bench -- <name>`: runs one benchmark and prints its figures. */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  ack: () => import('./ack.ts'),
  alarms: () => import('./alarms.ts'),
  calendar: () => import('./calendar.ts'),
  import: () => import('./import.ts'),
  knowledge: () => import('./knowledge.ts'),
  memory: () => import('./store-memory.ts'),
  replay: () => import('./replay.ts'),
  startup: () => import('./startup.ts'),
  triage: () => import('./triage.ts'),
};

const name = process.argv[2];
const run = name === undefined ? undefined : benches[name];
if (run) await run();
else console.log(`Which one? npm run bench -- <${Object.keys(benches).join(' | ')}>`);
