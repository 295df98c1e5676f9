import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from './source-facts.ts';

/** The folders that the design's layout rules. */
export const ruledFolders = ['adapters', 'flows', 'src', 'playground', 'web'] as const;

/** All TypeScript files of the ruled folders; a folder that is not there yet has none. */
export async function repositoryFiles(): Promise<SourceFile[]> {
  const paths = (await Promise.all(ruledFolders.map(pathsIn))).flat();
  return Promise.all(
    paths.map(async (path) => ({ path: path.replaceAll(sep, '/'), text: await readFile(path, 'utf8') })),
  );
}

async function pathsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => /\.tsx?$/.test(name) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(name))
    .map((name) => join(folder, name));
}
