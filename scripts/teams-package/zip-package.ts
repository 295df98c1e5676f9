import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Fault } from '../../src/config/faults.ts';
import type { Icons } from './check-icons.ts';
import type { Manifest } from './manifest-schema.ts';

/**
 * The package: the manifest and its two icons, in no folder. The same content always gives the same bytes.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
 */
export function zipPackage(manifest: Manifest, { color, outline }: Icons): Uint8Array {
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`),
    [manifest.icons.color]: color,
    [manifest.icons.outline]: outline,
  };
  // The archive's clock has no zone: this is its first midnight, wherever it is made.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}

/** Whether a package holds what its manifest names, and nothing in a folder: Teams looks for it at the root alone. */
export function checkZip(zip: Uint8Array, { icons }: Pick<Manifest, 'icons'>): readonly Fault[] {
  const names = Object.keys(unzipSync(zip));
  const wanted = ['manifest.json', icons.color, icons.outline];
  const advice = 'Zip the three files themselves, not the folder that they are in.';
  return [
    ...names
      .filter((name) => !wanted.includes(name))
      .map((where) => ({
        where,
        problem: where.includes('/') ? 'It lies in a folder.' : 'The manifest does not name it.',
        advice,
      })),
    ...wanted.filter((name) => !names.includes(name)).map((where) => ({ where, problem: 'It is not there.', advice })),
  ];
}
