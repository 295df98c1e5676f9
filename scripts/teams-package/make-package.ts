import type { EnvironmentVariables } from '../../src/config/environment-reader.ts';
import { describeFaults, type Fault } from '../../src/config/faults.ts';
import { checkIcons, type Icons } from './check-icons.ts';
import { checkManifest, readManifest } from './check-manifest.ts';
import { fillManifest } from './fill-manifest.ts';
import { checkZip, zipPackage } from './zip-package.ts';

/** What the package is made of. */
export interface Ingredients extends Icons {
  /** JSON with places to be filled. */
  readonly template: string;
  readonly variables: EnvironmentVariables;
}

export type Made = { readonly zip: Uint8Array } | { readonly faults: readonly Fault[] };

/** The package for Teams' administrators, or everything that stands against it at once. */
export function makePackage({ template, variables, color, outline }: Ingredients): Made {
  const filled = fillManifest(template, variables);
  const ofIcons = checkIcons({ color, outline });
  if ('faults' in filled) return { faults: [...filled.faults, ...ofIcons] };
  const faults = [...checkManifest(filled.manifest), ...ofIcons];
  if (faults.length > 0) return { faults };
  const manifest = readManifest(filled.manifest);
  const zip = zipPackage(manifest, { color, outline });
  const ofZip = checkZip(zip, manifest);
  return ofZip.length > 0 ? { faults: ofZip } : { zip };
}

/** What is said on the terminal. */
export function reportOn(made: Made, path: string): string {
  if ('faults' in made) return describeFaults(made.faults, 'The package for Teams cannot be made');
  return `${path} is ready.

Next:
  1. Upload it: Teams admin center → Teams apps → Manage apps → Actions → Upload new app;
     or, to try it: Teams → Apps → Manage your apps → Upload an app → Upload a custom app.
  2. Add it to the teams of your channels, and consent there to what it asks for.
  3. Say hello to it. docs/teams.md has the whole way.
`;
}
