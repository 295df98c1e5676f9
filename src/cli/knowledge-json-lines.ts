import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DeskError } from '../errors.ts';

/** An id comes out as it came in. */
export const jsonId = z.union([z.string().min(1), z.number()], { error: 'is no id. Give each line its own.' });

export interface ReadObjects<T> {
  readonly values: readonly T[];
  /** `file:line` and what is wrong there. */
  readonly faults: readonly string[];
}

/**
 * Reads a file with one JSON object on each line.
 * @throws DeskError `invalid` when there is no such file
 */
export async function readObjects<T>(file: string, schema: z.ZodType<T>): Promise<ReadObjects<T>> {
  const values: T[] = [];
  const faults: string[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const read = readObject(text.replace(/^\uFEFF/, ''), schema);
      if ('value' in read) values.push(read.value);
      else faults.push(`${file}:${line} ${read.problem}`);
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
  return { values, faults };
}

function readObject<T>(text: string, schema: z.ZodType<T>): { readonly value: T } | { readonly problem: string } {
  const read = schema.safeParse(parseJson(text));
  if (read.success) return { value: read.data };
  const issues = read.error.issues.filter(({ path }) => path.length > 0);
  if (issues.length === 0) return { problem: 'This is no JSON object. Write one on each line.' };
  return { problem: issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(file: string, cause: unknown): unknown {
  const isOfFile = typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause;
  if (!isOfFile) return cause;
  const advice = 'Name a file with one JSON object a line.';
  return new DeskError('invalid', `${file} cannot be read (${cause.code}). ${advice}`, { cause });
}
