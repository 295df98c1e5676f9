import { isPayload, type Payload, part } from '../../src/chat/payload.ts';
import type { EnvironmentVariables } from '../../src/config/environment-reader.ts';
import type { Fault } from '../../src/config/faults.ts';

/** A manifest with this desk's own values in it, or what has to be set first. */
export type Filled = { readonly manifest: Payload } | { readonly faults: readonly Fault[] };

/**
 * Puts the app's id and the pages about it into the manifest as it lies in the repository. The three pages are linked
 * from the app's details in Teams; each that is not named is the desk's public address.
 * @param template JSON
 */
export function fillManifest(template: string, variables: EnvironmentVariables): Filled {
  const text = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const appId = text('TEAMS_APP_ID') ?? '';
  const urls = Object.entries(pages).map(([key, name]) => [key, text(name) ?? text('PUBLIC_URL')]);
  const faults = [
    ...(isGuid.test(appId) ? [] : [appId === '' ? missingAppId : wrongAppId]),
    ...(urls.every(([, url]) => url !== undefined) ? [] : [missingUrl]),
    ...['PUBLIC_URL', ...Object.values(pages)].filter((name) => !isHttps(text(name))).map(wrongUrl),
  ];
  if (faults.length > 0) return { faults };
  const manifest: unknown = JSON.parse(template.replaceAll('{{TEAMS_APP_ID}}', appId));
  if (!isPayload(manifest)) return { faults: [notAnObject] };
  const name = text('TEAMS_DEVELOPER_NAME');
  const developer = { ...part(manifest, 'developer'), ...Object.fromEntries(urls), ...(name && { name }) };
  return { manifest: { ...manifest, developer } };
}

const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isHttps = (url = 'https://not-set'): boolean => /^https:/i.test(url) && URL.canParse(url);

/** Which variable names which page. */
const pages = {
  websiteUrl: 'TEAMS_WEBSITE_URL',
  privacyUrl: 'TEAMS_PRIVACY_URL',
  termsOfUseUrl: 'TEAMS_TERMS_URL',
} as const;

const missingAppId: Fault = {
  where: 'TEAMS_APP_ID',
  problem: 'It is not set, and the package is made for one app.',
  advice: 'It stands on the Azure Bot → Configuration, as "Microsoft App ID". Put it into .env or the environment.',
};

const wrongAppId: Fault = {
  ...missingAppId,
  problem: 'It is no GUID (8-4-4-4-12 hexadecimal digits).',
};

const wrongUrl = (where: string): Fault => ({
  where,
  problem: 'It is no address that begins with https://.',
  advice: 'Teams takes nothing else: https://desk.example.com.',
});

const missingUrl: Fault = {
  where: 'PUBLIC_URL',
  problem: 'It is not set, and Teams asks every app for pages about it.',
  advice:
    'Set PUBLIC_URL to where the outside reaches the desk, or each of TEAMS_WEBSITE_URL, TEAMS_PRIVACY_URL and TEAMS_TERMS_URL to a page of yours. All begin with https://.',
};

const notAnObject: Fault = {
  where: 'manifest.json',
  problem: 'It is not an object.',
  advice: 'Take adapters/teams/manifest.json as it came with Deskhand.',
};
