import { z } from 'zod';
import { nonEmpty, oneOf, says, section, show, timeZone } from '../config/desk-file-fields.ts';
import { encodings, type FieldSource, importFields } from './import-map.ts';
import { instantFormat } from './instant-format.ts';

const column = nonEmpty('the name of a column', 'Write it as it stands in the first line of the file.');
const text = z
  .union([z.string(), z.number(), z.boolean()], {
    error: ({ input }) => says(`${show(input)} is no text.`, 'Write a word or a number.'),
  })
  .transform(String);

export const sourceKeys = ['column', 'columns', 'join', 'values', 'otherwise', 'default', 'value'] as const;

/** `opened_at`, `{ column: opened_at, … }`, or `{ value: it }` for every row. */
const source = z
  .preprocess(
    (value) => (typeof value === 'string' ? { column: value } : value),
    section(
      {
        column: column.exactOptional(),
        columns: z
          .array(column, { error: ({ input }) => says(`${show(input)} is not a list.`, 'Write [date, time].') })
          .min(1, { error: () => says('No column is named.', 'Write [date, time].') })
          .exactOptional(),
        join: z.string().default(' '),
        values: z.record(z.string(), text, { error: valuesAdvice }).default({}),
        otherwise: text.exactOptional(),
        default: text.exactOptional(),
        value: text.exactOptional(),
      },
      'Where a field comes from.',
    ),
  )
  .refine(({ column: one, columns, value }) => [one, columns, value].filter((way) => way !== undefined).length === 1, {
    error: () => says('It is not clear where this comes from.', 'Give one of: column, columns, value.'),
  })
  .transform(
    ({ column: one, columns, join, values, otherwise, default: empty, value }): FieldSource => ({
      columns: columns ?? (one === undefined ? [] : [one]),
      join,
      values: new Map(Object.entries(values).map(([cell, word]) => [cell.trim().toLowerCase(), word])),
      ...(otherwise === undefined ? {} : { otherwise }),
      ...(value === undefined && empty === undefined ? {} : { default: value ?? empty ?? '' }),
    }),
  );

function valuesAdvice({ input }: { readonly input?: unknown }): string {
  return says(`${show(input)} is no table of values.`, 'Write a line for each: "1 - Critical": P1.');
}

const format = z.string().transform((written, context) => {
  const known = instantFormat(written);
  if (known) return known;
  const advice = 'Choose iso, unix or unix-ms, or write a pattern: DD.MM.YYYY HH:mm, M/D/YYYY h:mm A.';
  context.issues.push({
    code: 'custom',
    input: written,
    message: says(`${show(written)} is no format of instants.`, advice),
  });
  return z.NEVER;
});

const fields = Object.fromEntries(importFields.map((field) => [field, source.exactOptional()])) as Record<
  (typeof importFields)[number],
  z.ZodExactOptional<typeof source>
>;

const nameAdvice = 'Lower-case letters, digits, - and _, such as "servicenow"; it must stay the same in later imports.';

/** map.yaml. */
export const importMapSchema = section(
  {
    name: z.string({ error: () => says('`name` is no name.', nameAdvice) }).regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, {
      error: ({ input }) => says(`${show(input)} is no name of a desk.`, nameAdvice),
    }),
    file: section(
      {
        format: oneOf(['csv', 'jsonl']).exactOptional(),
        separator: z
          .string()
          .length(1, { error: ({ input }) => says(`${show(input)} is no separator.`, 'One character: "," ";" "\\t".') })
          .default(','),
        encoding: oneOf(encodings).default('utf-8'),
      },
      'How the file is written.',
    ).prefault({}),
    timeZone: timeZone.exactOptional(),
    formats: z
      .array(format, {
        error: ({ input }) => says(`${show(input)} is not a list.`, 'Write [iso] or [DD.MM.YYYY HH:mm].'),
      })
      .min(1, { error: () => says('No format is named.', 'Leave `formats` out for iso.') })
      .prefault(['iso']),
    fields: section(fields, 'Fields of the ticket and where they come from.'),
    customFields: z
      .record(z.string(), source, {
        error: ({ input }) => says(`${show(input)} is no section.`, 'merchant: merchant_id'),
      })
      .default({}),
  },
  'How the export of another desk becomes tickets.',
);
