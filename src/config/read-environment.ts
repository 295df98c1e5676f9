import type { Environment } from './environment.ts';
import { EnvironmentReader, type EnvironmentVariables } from './environment-reader.ts';
import type { Fault } from './faults.ts';
import { readOpenai } from './openai-environment.ts';
import { readSlack } from './slack-environment.ts';
import { readTeams } from './teams-environment.ts';

export type EnvironmentResult = { readonly environment: Environment } | { readonly faults: readonly Fault[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Checks what the environment says, every fault at once. Values of secrets never stand in a fault.
 * An empty value counts as none; names that Deskhand does not know are none of its business.
 */
export function readEnvironment(variables: EnvironmentVariables): EnvironmentResult {
  const read = new EnvironmentReader(variables);
  const slack = readSlack(read);
  const teams = readTeams(read);
  const openai = readOpenai(read);
  // With a half-filled section somebody wants a platform: the playground must not open in its place.
  const playground = read.flag('PLAYGROUND') ?? (slack === undefined && teams === undefined);
  const publicUrl = read.url('PUBLIC_URL');
  const mongodbUri = readMongodbUri(read);
  const environment: Environment = {
    port: read.wholeNumber('PORT', { least: 0, most: 65_535 }) ?? 3978,
    host: read.text('HOST') ?? (playground || isAnonymous(teams) ? '127.0.0.1' : '0.0.0.0'),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    dataDir: read.text('DATA_DIR') ?? './data',
    deskFile: read.text('DESK_FILE') ?? './desk.yaml',
    logLevel: read.oneOf('LOG_LEVEL', logLevels) ?? 'info',
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
    ...(slack === undefined || slack === 'faulty' ? {} : { slack }),
    ...(teams === undefined || teams === 'faulty' ? {} : { teams }),
    ...(openai === undefined || openai === 'faulty' ? {} : { openai }),
    playground,
  };
  return read.faults.length === 0 ? { environment } : { faults: read.faults };
}

function isAnonymous(teams: ReturnType<typeof readTeams>): boolean {
  return typeof teams === 'object' && teams.allowAnonymous;
}

function readMongodbUri(read: EnvironmentReader): string | undefined {
  const uri = read.text('MONGODB_URI');
  if (uri !== undefined && !/^mongodb(\+srv)?:\/\/[^/]/.test(uri))
    read.fault(
      'MONGODB_URI',
      'This is not the address of a MongoDB.',
      'Write mongodb://host:27017/deskhand or mongodb+srv://host/deskhand, or leave it empty for the embedded store.',
    );
  return uri;
}
