/** Writes deskhand-teams.zip, the app that a Teams administrator uploads: npm run teams:package */
import { readFileSync, writeFileSync } from 'node:fs';
import { processEnvironment } from '../src/config/process-environment.ts';
import { makePackage, reportOn } from './teams-package/make-package.ts';

const file = 'deskhand-teams.zip';
const folder = new URL('../adapters/teams/', import.meta.url);
const made = makePackage({
  template: readFileSync(new URL('manifest.json', folder), 'utf8'),
  color: readFileSync(new URL('color.png', folder)),
  outline: readFileSync(new URL('outline.png', folder)),
  variables: processEnvironment(),
});
if ('zip' in made) writeFileSync(file, made.zip);
else process.exitCode = 1;
(process.exitCode ? process.stderr : process.stdout).write(reportOn(made, file));
