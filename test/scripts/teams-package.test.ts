import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type Ingredients, type Made, makePackage, reportOn } from '../../scripts/teams-package/make-package.ts';
import { checkZip } from '../../scripts/teams-package/zip-package.ts';

const folder = new URL('../../adapters/teams/', import.meta.url);
const template = readFileSync(new URL('manifest.json', folder), 'utf8');
const color = readFileSync(new URL('color.png', folder));
const outline = readFileSync(new URL('outline.png', folder));
const appId = 'bbbbbbbb-0000-0000-0000-00000000000b';
const variables = { TEAMS_APP_ID: appId, PUBLIC_URL: 'https://desk.example.org' };

const make = (how: Partial<Ingredients> = {}) => makePackage({ template, color, outline, variables, ...how });

function zipOf(made: Made): Uint8Array {
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.zip;
}

const manifestIn = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));

describe('the package for Teams', () => {
  it('holds the manifest and its two icons, and nothing in a folder', () => {
    const files = unzipSync(zipOf(make()));

    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Buffer.from(files['color.png'] ?? []).equals(color)).toBe(true);
    expect(Buffer.from(files['outline.png'] ?? []).equals(outline)).toBe(true);
  });

  it('is the repository’s manifest with this desk’s own values in it', () => {
    const manifest = manifestIn(zipOf(make()));
    const expected = JSON.parse(template.replaceAll('{{TEAMS_APP_ID}}', appId));
    const urls = ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'].map((key) => [key, 'https://desk.example.org']);

    expect(manifest).toEqual({ ...expected, developer: { name: 'Deskhand', ...Object.fromEntries(urls) } });
  });

  it('names pages and a developer of one’s own where they are set', () => {
    const own = {
      TEAMS_PRIVACY_URL: 'https://example.org/privacy',
      TEAMS_TERMS_URL: 'https://example.org/terms',
      TEAMS_DEVELOPER_NAME: 'Example IT',
    };

    expect(manifestIn(zipOf(make({ variables: { ...variables, ...own } }))).developer).toEqual({
      name: 'Example IT',
      websiteUrl: 'https://desk.example.org',
      privacyUrl: 'https://example.org/privacy',
      termsOfUseUrl: 'https://example.org/terms',
    });
  });

  it('has the same bytes whenever and in whatever time zone it is made', () => {
    const zone = process.env.TZ;
    const made = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      return Buffer.from(zipOf(make())).toString('hex');
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;

    expect(new Set(made).size).toBe(1);
  });

  it('says where it is and what comes next', () => {
    expect(reportOn(make(), 'deskhand-teams.zip')).toMatch(
      /^deskhand-teams\.zip is ready[\s\S]*Upload[\s\S]*docs\/teams\.md/,
    );
  });
});

describe('what has to be set before', () => {
  it.each([
    ['nothing', {}, ['TEAMS_APP_ID', 'PUBLIC_URL']],
    ['empty values', { TEAMS_APP_ID: ' ', PUBLIC_URL: '' }, ['TEAMS_APP_ID', 'PUBLIC_URL']],
    ['an app id that is none', { ...variables, TEAMS_APP_ID: '"my app"' }, ['TEAMS_APP_ID']],
    ['an address without TLS', { ...variables, PUBLIC_URL: 'http://desk.example.org' }, ['PUBLIC_URL']],
    ['a page without TLS', { ...variables, TEAMS_TERMS_URL: 'example.org/terms' }, ['TEAMS_TERMS_URL']],
    [
      'two of three pages',
      { TEAMS_APP_ID: appId, TEAMS_WEBSITE_URL: 'https://e.org', TEAMS_TERMS_URL: 'https://e.org' },
      ['PUBLIC_URL'],
    ],
  ])('is told by name: %s', (_, given, names) => {
    const made = make({ variables: given });

    expect('faults' in made && made.faults.map(({ where }) => where)).toEqual(names);
    for (const name of names) expect(reportOn(made, 'x')).toContain(`  ${name}\n`);
  });

  it('is not PUBLIC_URL when all three pages are named', () => {
    const pages = ['WEBSITE', 'PRIVACY', 'TERMS'].map((name) => [`TEAMS_${name}_URL`, 'https://example.org']);

    expect(make({ variables: { TEAMS_APP_ID: appId, ...Object.fromEntries(pages) } })).toHaveProperty('zip');
  });

  it('is told together with what is wrong with the icons', () => {
    const made = make({ variables: {}, color: outline });

    expect('faults' in made && made.faults.map(({ where }) => where)).toEqual([
      'TEAMS_APP_ID',
      'PUBLIC_URL',
      'icons.color',
    ]);
  });
});

describe('looking into a package', () => {
  const icons = { color: 'color.png', outline: 'outline.png' };
  const empty = new Uint8Array();

  it('finds what lies in a folder, what is too much and what is missing', () => {
    const zip = zipSync({ 'app/manifest.json': empty, 'color.png': empty, 'notes.txt': empty });

    expect(checkZip(zip, { icons }).map(({ where, problem }) => [where, problem])).toEqual([
      ['app/manifest.json', 'It lies in a folder.'],
      ['notes.txt', 'The manifest does not name it.'],
      ['manifest.json', 'It is not there.'],
      ['outline.png', 'It is not there.'],
    ]);
  });
});
