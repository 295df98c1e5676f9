import { readFileSync } from 'node:fs';
import { checkManifest } from '../../scripts/teams-package/check-manifest.ts';

export const appId = 'bbbbbbbb-0000-0000-0000-00000000000b';
export const template = readFileSync(new URL('../../adapters/teams/manifest.json', import.meta.url), 'utf8');
export const good = () => JSON.parse(template.replaceAll('{{TEAMS_APP_ID}}', appId));

export type Path = readonly (string | number)[];

/** The good manifest with one value put, or taken out. */
export function changed(path: Path, value: unknown): unknown {
  const manifest = good();
  let at = manifest;
  for (const step of path.slice(0, -1)) at = at[step];
  const last = path.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return manifest;
}

export const written = (path: Path) =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
export const foundIn = (manifest: unknown) =>
  checkManifest(manifest).map(({ where, problem }) => `${where}: ${problem}`);
