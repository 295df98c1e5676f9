/**
 * Compiles the server to `dist/`, bundles the desk to `dist/bundle/` and the pages to `dist/web/` when a source is newer than
 * the last build (or with --force).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'dist/.built';
const sources = [
  'adapters',
  'flows',
  'src',
  'playground',
  'bench',
  'web',
  'scripts/build-if-stale.mjs',
  'scripts/bundle.mjs',
  'package.json',
  'package-lock.json', // packages are in the bundle
  'tsconfig.json',
  'tsconfig.build.json',
];

if (process.argv.includes('--force')) rmSync('dist', { recursive: true, force: true });
if (isStale()) build();

function isStale() {
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.some((source) => newest(source) > builtAt);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build() {
  const startedAt = new Date();
  run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  chmodSync('dist/src/cli.js', 0o755); // so that `npx deskhand` may run it
  run('scripts/bundle.mjs', []);
  if (existsSync('web/vite.config.ts'))
    run('node_modules/vite/bin/vite.js', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
}

function run(path, args) {
  if (!existsSync(path)) {
    console.error(`Deskhand cannot be built: ${path} is missing. Run "npm ci" (without --omit=dev) first.`);
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
