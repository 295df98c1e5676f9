import type { DeskConfig } from '../config/desk-config.ts';
import type { Environment } from '../config/environment.ts';
import { describeFaults, type Fault } from '../config/faults.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import type { ImportMap } from '../import/import-map.ts';
import { readImportMap, unknownColumns } from '../import/read-import-map.ts';
import { columnsOf } from '../import/read-rows.ts';
import type { World } from './world.ts';

export interface ImportOptions {
  /** The file that says which column is what. */
  readonly map: string;
  /** The desk as it is; DESK_FILE when left out. */
  readonly desk?: string;
  readonly dryRun?: boolean;
  /** Import the rows without faults though there are others. */
  readonly skipFaulty?: boolean;
  /** Bring tickets that are open to life. */
  readonly open?: boolean;
}

/** An import with all that it needs, read and checked but for its rows. */
export interface ImportJob {
  readonly file: string;
  readonly map: ImportMap;
  readonly desk: DeskConfig;
  readonly environment: Environment;
  readonly now: Date;
  readonly isDry: boolean;
  readonly isLive: boolean;
}

/** @throws DeskError with all that is wrong with a file, in words */
export async function prepareImport(
  file: string,
  options: ImportOptions,
  { variables, clock }: World,
): Promise<ImportJob> {
  const read = readEnvironment(variables);
  if ('faults' in read) throw refusal(read.faults);
  const desk = await readDeskFile(options.desk ?? read.environment.deskFile);
  if ('faults' in desk) throw refusal(desk.faults);
  const mapped = await readImportMap(options.map, desk.config);
  if ('faults' in mapped) throw refusal(mapped.faults);
  const columns = await readable(file, () => columnsOf(file, mapped.map));
  const unknown = columns ? unknownColumns(mapped.map, columns) : [];
  if (unknown.length > 0) throw refusal(unknown);
  return {
    ...{ file, map: mapped.map, desk: desk.config, environment: read.environment, now: clock.now() },
    isDry: options.dryRun === true,
    isLive: options.open === true,
  };
}

function refusal(faults: readonly Fault[]): DeskError {
  return new DeskError('invalid', describeFaults(faults, 'Nothing can be imported'));
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause && cause.code;
    if (!code) throw cause;
    const advice = 'Name a CSV file, or one with a JSON object on each line.';
    throw new DeskError('invalid', `${file} cannot be read (${code}). ${advice}`, { cause });
  }
}
