import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { platformsPage } from './platforms-page/page.ts';
import { storiesIn } from './platforms-page/stories.ts';

const scenarios = new URL('../test/scenarios/', import.meta.url);
export const platformsFile = fileURLToPath(new URL('../docs/platforms.md', import.meta.url));

/** docs/platforms.md as the suite of this moment makes it. */
export function writtenPlatformsPage(): string {
  const files = readdirSync(scenarios).filter((name) => name.endsWith('.test.ts'));
  return platformsPage(files.sort().flatMap((name) => storiesIn(readFileSync(new URL(name, scenarios), 'utf8'))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(platformsFile, writtenPlatformsPage());
