import type { TeamsEnvironment } from './environment.ts';
import type { EnvironmentReader } from './environment-reader.ts';

const places = {
  TEAMS_APP_ID: 'It stands on the Azure Bot → Configuration, as "Microsoft App ID".',
  TEAMS_APP_PASSWORD:
    'It is made on the Azure Bot → Configuration → Manage Password → Certificates & secrets, and shown once, as the "Value" of a client secret.',
  TEAMS_TENANT_ID: 'It stands on the Azure Bot → Configuration, as "App Tenant ID".',
} as const;
type Credential = keyof typeof places;

/**
 * Teams' section: undefined when it is empty, `faulty` when it is half filled or wrong; the reader holds the faults. No
 * credentials never mean "no check": only `TEAMS_ALLOW_ANONYMOUS` does, and only on an address of this machine.
 */
export function readTeams(read: EnvironmentReader): TeamsEnvironment | 'faulty' | undefined {
  const before = read.faults.length;
  const allowAnonymous = read.flag('TEAMS_ALLOW_ANONYMOUS') ?? false;
  const names = Object.keys(places) as Credential[];
  const missing = names.filter((name) => read.text(name) === undefined);
  const authority = readAuthority(read);
  if (allowAnonymous) refuseOpenAddress(read);
  if (missing.length === names.length && !allowAnonymous) return read.faults.length === before ? undefined : 'faulty';
  if (missing.length < names.length) for (const name of missing) faultOf(read, name, names);
  if (read.faults.length > before) return 'faulty';
  return {
    ...optional('appId', read.text('TEAMS_APP_ID')),
    ...optional('appPassword', read.text('TEAMS_APP_PASSWORD')),
    ...optional('tenantId', read.text('TEAMS_TENANT_ID')),
    allowAnonymous,
    ...authority,
  };
}

/** For sovereign clouds and tests; each has a default of its own. */
function readAuthority(read: EnvironmentReader) {
  return {
    ...optional('loginUrl', read.url('TEAMS_LOGIN_URL')),
    ...optional('oauthScope', read.text('TEAMS_OAUTH_SCOPE')),
    ...optional('tokenIssuer', read.text('TEAMS_TOKEN_ISSUER')),
    ...optional('openIdMetadataUrl', read.url('TEAMS_OPENID_METADATA_URL')),
  };
}

function refuseOpenAddress(read: EnvironmentReader): void {
  const host = read.text('HOST') ?? '127.0.0.1';
  if (isLoopback(host)) return;
  read.fault(
    'TEAMS_ALLOW_ANONYMOUS',
    `It lets anybody who reaches ${host} be anybody.`,
    'Set HOST=127.0.0.1 for a local test client, or leave TEAMS_ALLOW_ANONYMOUS empty.',
  );
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function faultOf(read: EnvironmentReader, name: Credential, names: readonly Credential[]): void {
  const given = names.find((one) => read.text(one) !== undefined);
  const orNone = `To do without Teams, leave all three of ${names.join(', ')} empty.`;
  read.fault(name, `It is missing, but ${given} is set.`, `${places[name]} ${orNone}`);
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
