import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { deskJsonSchema } from '../../src/config/desk-json-schema.ts';

const file = async () => JSON.parse(await readFile('desk.schema.json', 'utf8'));
describe('desk.schema.json', () => {
  it('is what the code checks (if not, run: npx tsx scripts/write-desk-schema.ts)', async () => {
    expect(await file()).toEqual(JSON.parse(JSON.stringify(deskJsonSchema())));
  });

  it('requires teams only, and knows no other keys than the code', async () => {
    expect(await file()).toMatchObject({ required: ['teams'], additionalProperties: false });
  });

  it('tells editors what a key is for', async () => {
    const { properties } = await file();

    expect(properties.teams.items.properties.agents.description).toBe('Who works the tickets of the team.');
    expect(properties.reopenWithin).toMatchObject({ type: 'string', pattern: '^[0-9]+[smhd]$' });
  });

  it('is named by the demo desk', async () => {
    expect(await readFile('desk.yaml', 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\/desk\.schema\.json\n/);
  });
});
