import type { z } from 'zod';
import { valueAt } from './desk-file-values.ts';
import type { Path, YamlText } from './desk-file-yaml.ts';
import { deskJsonSchema, type JsonSchema } from './desk-json-schema.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, told for the person who wrote the file: one fault for each thing to put right. */
export function shapeFaults(issues: readonly Issue[], yaml: YamlText): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], yaml));
}

function faultsOf(issue: Issue, above: Path, yaml: YamlText): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, yaml));
  if (issue.code === 'invalid_union') {
    // The form that was meant is the one that took the value for its own and then found fault with it.
    const meant = issue.errors.find((branch) =>
      branch.some(({ code, path: inside }) => inside.length > 0 || code === 'custom' || code === 'unrecognized_keys'),
    );
    if (meant !== undefined) return meant.flatMap((inner) => faultsOf(inner, path, yaml));
  }
  const text = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  const [problem = '', advice = ''] = (text ?? '').split('\n');
  return [{ where: yaml.locate(path), problem: absence(path, yaml.value) ?? problem, advice }];
}

function absence(path: Path, root: unknown): string | undefined {
  const value = valueAt(root, path);
  const key = `\`${String(path.at(-1) ?? 'teams')}\``;
  if (value === undefined) return `${key} is missing.`;
  return value === null ? `${key} has no value.` : undefined;
}

function unknownKey(key: string, path: Path, yaml: YamlText): Fault {
  const known = knownKeys(path);
  const advice = `${didYouMean(key, known)}Known keys here: ${known.join(', ')}.`;
  return { where: yaml.locate([...path, key]), problem: `\`${key}\` is not known here.`, advice };
}

/** The keys that the schema knows at a path, in whichever form the value may have there. */
function knownKeys(path: Path): string[] {
  const forms = (node: JsonSchema | undefined) => (node === undefined ? [] : [node, ...(node.anyOf ?? [])]);
  let nodes = forms(deskJsonSchema());
  for (const step of path) nodes = nodes.flatMap((node) => forms(node.items ?? node.properties?.[String(step)]));
  return nodes.flatMap(({ properties }) => Object.keys(properties ?? {}));
}
