import type { Story } from './stories.ts';

/** Who asks where, and who works where. */
const columns = [
  { name: 'Slack', asks: 'Slack', works: 'Slack' },
  { name: 'Teams', asks: 'Teams', works: 'Teams' },
  { name: 'Slack → Teams', asks: 'Slack', works: 'Teams' },
  { name: 'Teams → Slack', asks: 'Teams', works: 'Slack' },
] as const;

const opening = `# What works where

Each line is a story of the test suite (\`test/scenarios\`), written once in a language of people and lived on every platform through
its real adapter, over HTTP. In the last two columns the people who ask are on the one platform and the agents' triage channels on the
other. This page is written from the suite by \`npm run docs:platforms\`; a test holds it to it.
`;

/** The page about what works on which platform. */
export function platformsPage(stories: readonly Story[]): string {
  const notes: string[] = [];
  const sections = byAbout(stories);
  const tables = [...sections].map(([about, all]) => [`## ${capital(about)}`, '', table(all, notes)].join('\n'));
  const reasons = notes.map((note, at) => `${at + 1}. ${note}`).join('\n');
  return `${[opening, ...tables, `## Where a platform differs\n\n${reasons}`].join('\n')}\n`;
}

function table(stories: readonly Story[], notes: string[]): string {
  const head = ['', ...columns.map(({ name }) => name)];
  const rows = stories.map((story) => [story.title, ...columns.map((column) => cell(story, column, notes))]);
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : ':-:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function cell(story: Story, { asks, works }: (typeof columns)[number], notes: string[]): string {
  const reason = story.not[asks] ?? story.notForAgents[works];
  if (reason === undefined) return '✓';
  if (!notes.includes(reason)) notes.push(reason);
  return `[${notes.indexOf(reason) + 1}](#where-a-platform-differs)`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function byAbout(stories: readonly Story[]): ReadonlyMap<string, readonly Story[]> {
  const sections = new Map<string, Story[]>();
  for (const story of stories) sections.set(story.about, [...(sections.get(story.about) ?? []), story]);
  return sections;
}
