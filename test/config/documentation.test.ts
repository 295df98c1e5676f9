import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { deskFileSchema } from '../../src/config/desk-file-schema.ts';
import { deskJsonSchema, type JsonSchema } from '../../src/config/desk-json-schema.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { readEnvironment } from '../../src/config/read-environment.ts';

describe('docs/configuration.md', () => {
  let page = '';
  beforeAll(async () => {
    page = await readFile('docs/configuration.md', 'utf8');
  });

  it('has a row for each name of the environment, and for no other', () => {
    const read = new Set<string>();
    readEnvironment(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));

    expect([...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((row) => row[1]).sort()).toEqual([...read].sort());
  });

  it('has a heading for each section of desk.yaml', () => {
    const headings = [...page.matchAll(/^### (.+)$/gm)].flatMap(([, heading]) => heading?.split(' and ') ?? []);

    expect(headings.sort()).toEqual(Object.keys(deskFileSchema.shape).sort());
  });

  it('names every key', () => {
    const missing = keysOf(deskJsonSchema()).filter(
      (key) => !page.includes(`\`${key}\``) && !new RegExp(`\\b${key}:`).test(page),
    );

    expect(missing).toEqual([]);
  });

  it('shows examples that are accepted, together', () => {
    const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '').slice(1);
    expect(examples.length).toBe(26);

    const whole = examples.join('\n');
    expect(parseDeskFile(whole)).toMatchObject({ config: { desk: { name: 'IT Help' } } });
  });

  it('shows as defaults what the code takes for them', () => {
    const bare = parseDeskFile('teams: [{ id: it, agents: [ben@example.com] }]');
    const shown = [...page.matchAll(/default:\n\n```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '');
    expect(shown.length).toBe(11);

    expect(parseDeskFile(`teams: [{ id: it, agents: [ben@example.com] }]\n${shown.join('')}`)).toEqual(bare);
  });
});

function keysOf(schema: JsonSchema): string[] {
  const items = schema.items === undefined ? [] : [schema.items];
  const inner = [...Object.values(schema.properties ?? {}), ...items, ...(schema.anyOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...inner.flatMap(keysOf)];
}
