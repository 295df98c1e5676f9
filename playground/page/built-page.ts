import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built pages lie: beside the compiled server, or in `dist/` when the server runs from its sources. */
export function builtPages(): string {
  const fromHere = import.meta.url.endsWith('.ts') ? '../../dist/web/' : '../../web/';
  return fileURLToPath(new URL(fromHere, import.meta.url));
}

/** The page's file, or undefined when the pages have not been built. */
export function playgroundFile(pages = builtPages()): string | undefined {
  const file = `${pages}playground/index.html`;
  return existsSync(file) ? file : undefined;
}

/** What stands where the page would be. */
export const notBuilt = 'The playground page has not been built. Run "npm run build", then load this page again.\n';
