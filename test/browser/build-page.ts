import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = 'dist/web/playground/index.html';

/** Builds the page when it has not been built since it was last changed. */
export function buildPageIfStale(): void {
  const changedAt = Math.max(...['web', 'playground/page', 'playground/slack/mrkdwn.ts'].map(newest));
  if (existsSync(built) && statSync(built).mtimeMs > changedAt) return;
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  // Jest says that this is a test; React would then be built for one.
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } });
  if (status !== 0) throw new Error(`The page cannot be built: ${stderr}`);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
