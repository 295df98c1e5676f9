import type { z } from 'zod';
import type { Fault } from '../../src/config/faults.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import { checkSense } from './manifest-sense.ts';
import { manifestShape } from './manifest-shape.ts';

const advice = 'Correct it in adapters/teams/manifest.json, or in the variable that it was filled from.';

/**
 * Everything that Teams would not take in a manifest, all at once: what single fields may hold, what belongs together, and
 * places that were left to be filled.
 */
export function checkManifest(manifest: unknown): readonly Fault[] {
  const read = manifestSchema.safeParse(manifest);
  const shape = manifestShape.safeParse(manifest);
  const faults = [...(read.error?.issues ?? []).flatMap(faultsOf), ...(shape.success ? checkSense(shape.data) : [])];
  return [...faults.map((fault) => ({ advice, ...fault })), ...placeholders(manifest)];
}

/** For tests and tools that want the manifest itself. */
export function readManifest(manifest: unknown): Manifest {
  return manifestSchema.parse(manifest);
}

type Problem = Pick<Fault, 'where' | 'problem'>;

function faultsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  const where = written(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      where: written([...issue.path, key]),
      problem: 'A manifest has no such field, or none that Deskhand needs.',
    }));
  if (issue.code === 'invalid_type' && issue.input === undefined) return [{ where, problem: 'It is missing.' }];
  return [{ where, problem: issue.message }];
}

/** As people write it: `bots[0].commandLists[0].scopes`. */
function written(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'manifest.json';
}

/** `{{NAME}}` and `${{NAME}}`, wherever they stand. */
function placeholders(value: unknown, path: readonly PropertyKey[] = []): readonly Fault[] {
  if (typeof value === 'string') {
    const [left] = /\{\{[^}]*\}\}/.exec(value) ?? [];
    const problem = `${left} was not filled.`;
    return left
      ? [{ where: written(path), problem, advice: 'Set the variable of that name, or write the value.' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) => placeholders(each, [...path, isList ? Number(key) : key]));
}
