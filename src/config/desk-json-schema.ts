import { z } from 'zod';
import { deskFileSchema } from './desk-file-schema.ts';

/** The JSON schema of desk.yaml for editors; `desk.schema.json` holds the same. */
export function deskJsonSchema() {
  return { title: 'Deskhand desk.yaml', ...z.toJSONSchema(deskFileSchema, { io: 'input' }) } as JsonSchema;
}

export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  /** The forms that a value may have. */
  readonly anyOf?: readonly JsonSchema[];
}
