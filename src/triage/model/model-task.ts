import { z } from 'zod';
import type { ModelPurpose } from '../../config/assistant-config.ts';
import type { Json } from './masked-data.ts';

/** One question to a model. The desk's words and those of others never stand in one text. */
export interface ModelTask<Shape extends z.ZodType, Result> {
  readonly purpose: ModelPurpose;
  /** What a schema is called: letters and _ alone. */
  readonly name: string;
  readonly instructions: string;
  /** What others wrote. It is masked before it leaves. */
  readonly data: Json;
  /** What the answer must look like. */
  readonly shape: Shape;
  readonly maxTokens: number;
  /** Looks whether the answer, unmasked, can be what was asked for; undefined when it cannot. */
  readonly read: (answer: z.output<Shape>) => Promise<Reading<Result> | undefined>;
}

export interface Reading<Result> {
  readonly value: Result;
  /** The model answered, but what it said does not stand in what it was given. */
  readonly isUnsupported?: boolean;
}

/**
 * The schema as servers take it: every key required and no other allowed. What comes is read with less rigour, for servers
 * that do not keep to it.
 */
export function jsonSchemaOf(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
      if (jsonSchema.properties === undefined) return;
      jsonSchema.required = Object.keys(jsonSchema.properties);
      jsonSchema.additionalProperties = false;
    },
  });
  return schema;
}
