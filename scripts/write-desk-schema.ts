/** Writes desk.schema.json, the schema of desk.yaml for editors: npx tsx scripts/write-desk-schema.ts */
import { writeFileSync } from 'node:fs';
import { deskJsonSchema } from '../src/config/desk-json-schema.ts';

writeFileSync('desk.schema.json', `${JSON.stringify(deskJsonSchema(), null, 2)}\n`);
