import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { EnvironmentVariables } from './environment-reader.ts';

/**
 * The variables that this process was started with, and beneath them those of the `.env` file in the working folder.
 * A variable that is set, even to nothing, wins over the file.
 */
export function processEnvironment(file = '.env'): EnvironmentVariables {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...fromFile, ...process.env };
}
