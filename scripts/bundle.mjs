/**
 * Puts the desk, and the packages that every start reads, into a few files: reading hundreds takes longer than what they do.
 * `node scripts/bundle.mjs [folder] [name=source …]`; without arguments the desk, into `dist/bundle/desk`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { buildSync } from 'esbuild';

/**
 * Named one by one, so that a new dependency stays outside until somebody has looked at it. Outside must stay: what has native
 * parts (lmdb, resvg), and mongoose, mongodb and bson, which have to be one instance for agenda, the driver's mend and us.
 */
const bundled = [
  '@slack/bolt',
  '@slack/web-api',
  'close-with-grace',
  'express',
  'helmet',
  'lru-cache',
  'p-queue',
  'pino',
  'prom-client',
  'undici',
  'yaml',
  'zod',
];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// Two folders below `dist`, as compiled modules are that look for `dist/web` from where they lie.
const [folder = 'dist/bundle/desk', ...named] = process.argv.slice(2);
const entries = named.length
  ? named.map((pair) => pair.split('='))
  : [
      ['main', 'src/main.ts'],
      ['engine-worker', 'src/store/embedded/engine-worker.ts'],
    ];

rmSync(folder, { recursive: true, force: true });
buildSync({
  entryPoints: Object.fromEntries(entries),
  outdir: folder,
  bundle: true,
  splitting: true, // what is loaded later stays in files of its own
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: Object.keys(dependencies).filter((name) => !bundled.includes(name)),
  inject: ['src/mapped-stacks.ts'],
  sourcemap: true,
  sourcesContent: false,
  // CommonJS packages ask for Node's own modules by it.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
