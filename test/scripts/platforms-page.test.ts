import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { platformsPage } from '../../scripts/platforms-page/page.ts';
import { storiesIn } from '../../scripts/platforms-page/stories.ts';
import { platformsFile, writtenPlatformsPage } from '../../scripts/write-platforms-page.ts';

const source = `
describe('an issue comes in', () => {
  story('by words', async ({ dana }) => { await dana.says('x'); });
  story("by a command", async () => {}, { not: { Teams: 'No commands.' } });
  story(\`with a file\`, async () => {}, { moreAgents: 2, notForAgents: { Teams: 'No files.' } });
});
`;

/** The signs of a table's row. */
const rowOf = (page: string, title: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| ${title} `))
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim().replace(/\(.*\)/, ''));

describe('the page about the platforms', () => {
  it('is what the suite of today makes of it', () => {
    const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');
    expect(plain(readFileSync(platformsFile, 'utf8'))).toBe(plain(writtenPlatformsPage()));
  });

  it('reads the stories and what is different where', () => {
    expect(storiesIn(source)).toEqual([
      { about: 'an issue comes in', title: 'by words', not: {}, notForAgents: {} },
      { about: 'an issue comes in', title: 'by a command', not: { Teams: 'No commands.' }, notForAgents: {} },
      { about: 'an issue comes in', title: 'with a file', not: {}, notForAgents: { Teams: 'No files.' } },
    ]);
  });

  it('says where a story cannot be told, and why', () => {
    const page = platformsPage(storiesIn(source));

    expect(rowOf(page, 'by words')).toEqual(['✓', '✓', '✓', '✓']);
    expect(rowOf(page, 'by a command')).toEqual(['✓', '[1]', '✓', '[1]']);
    expect(rowOf(page, 'with a file')).toEqual(['✓', '[2]', '[2]', '✓']);
    expect(page).toContain('1. No commands.\n2. No files.');
  });
});
