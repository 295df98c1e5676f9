import { readFile } from 'node:fs/promises';
import type { DeskConfig } from './desk-config.ts';
import { shapeFaults } from './desk-file-faults.ts';
import { holidayFaults } from './desk-file-holidays.ts';
import { replyFaults } from './desk-file-knowledge.ts';
import { referenceFaults } from './desk-file-references.ts';
import { deskFileSchema } from './desk-file-schema.ts';
import { senseFaults } from './desk-file-sense.ts';
import { readYamlText } from './desk-file-yaml.ts';
import type { Fault } from './faults.ts';
import { toDeskConfig } from './to-desk-config.ts';

export type DeskFileResult = { readonly config: DeskConfig } | { readonly faults: readonly Fault[] };

/** Reads and checks desk.yaml. Never throws: a file that cannot be read is a fault too. */
export async function readDeskFile(path: string): Promise<DeskFileResult> {
  try {
    return parseDeskFile(await readFile(path, 'utf8'), path);
  } catch (cause) {
    return { faults: [unreadable(path, cause)] };
  }
}

/**
 * Checks the text of a desk.yaml: grammar, shape and references, every fault at once.
 * @param fileName what faults call the file
 */
export function parseDeskFile(text: string, fileName = 'desk.yaml'): DeskFileResult {
  const yaml = readYamlText(text, fileName);
  if (yaml.isBroken) return { faults: yaml.faults };
  const shape = deskFileSchema.safeParse(withoutEmptySections(yaml.value ?? {}));
  const ofShape = shape.success ? [] : shapeFaults(shape.error.issues, yaml);
  const faults = [
    ...yaml.faults,
    ...ofShape,
    ...referenceFaults(yaml),
    ...senseFaults(yaml),
    ...holidayFaults(yaml),
    ...replyFaults(yaml),
  ];
  return shape.success && faults.length === 0 ? { config: toDeskConfig(shape.data) } : { faults: inFileOrder(faults) };
}

/** A section whose lines are all commented out (`services:` and nothing under it) counts as absent. */
function withoutEmptySections(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = Object.entries(value).filter(
    ([key, entry]) => entry !== null || !Object.hasOwn(deskFileSchema.shape, key),
  );
  return Object.fromEntries(known);
}

function inFileOrder(faults: readonly Fault[]): readonly Fault[] {
  const line = ({ where }: Fault) => Number(/:(\d+)(?: |$)/.exec(where)?.[1] ?? 0);
  return faults.toSorted((one, other) => line(one) - line(other));
}

function unreadable(path: string, cause: unknown): Fault {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
  if (code === 'ENOENT')
    return {
      where: path,
      problem: 'There is no such file.',
      advice:
        'Copy the demo desk, desk.yaml of the Deskhand repository, to this place, or let DESK_FILE name the file.',
    };
  const advice = 'Make it a text file that the user who runs Deskhand may read, or let DESK_FILE name another.';
  return { where: path, problem: `The file cannot be read (${code}).`, advice };
}
