import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('docs/decisions')];

describe('the documentation', () => {
  it('has its pages where this test looks for them', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/tickets.md', 'docs/decisions/courier.md']));
  });

  it.each(pages)('links in %s only to what is there', (page) => {
    const broken = linksIn(page).filter((target) => !isThere(page, target));

    expect(broken).toEqual([]);
  });

  it('is reached from README.md, every page of it', () => {
    const reached = reachedFrom('README.md');

    expect(pages.filter((page) => !reached.has(page) && !page.startsWith('docs/decisions/'))).toEqual([]);
  });
});

describe('looking for broken links', () => {
  it('finds a file and a heading that are not there', () => {
    const targets = ['docs/nowhere.md', 'docs/tickets.md#no-such-heading', 'docs/tickets.md#confidential-tickets'];

    expect(targets.filter((target) => !isThere('README.md', target))).toEqual(targets.slice(0, 2));
  });
});

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.map((name) => join(folder, name));
}

/** Where a page leads within the repository, images included; what stands in code is no link. */
function linksIn(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```.*?```|`[^`\n]*`/gs, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z]+:/i.test(target));
}

function isThere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return heading === undefined || headingsOf(file).has(heading);
}

/** The headings of a page as they stand in addresses. */
function headingsOf(page: string): ReadonlySet<string> {
  const headings = readFileSync(join(root, page), 'utf8').match(/^#+ .*$/gm) ?? [];
  return new Set(headings.map(slugOf));
}

function slugOf(heading: string): string {
  const words = heading.replace(/^#+ /, '').toLowerCase();
  return words.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
}

function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const page of reached) {
    for (const target of linksIn(page)) {
      const file = join(dirname(page), target.split('#')[0] ?? '');
      const isPage = file.endsWith('.md') && existsSync(join(root, file)) && statSync(join(root, file)).isFile();
      if (isPage) reached.add(file);
    }
  }
  return reached;
}
