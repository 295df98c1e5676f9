import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { readYamlText, type YamlText } from '../config/desk-file-yaml.ts';
import type { Fault } from '../config/faults.ts';
import { didYouMean } from '../config/nearest-word.ts';
import { type FieldSource, type ImportField, type ImportMap, importFields } from './import-map.ts';
import { importMapSchema, sourceKeys } from './import-map-schema.ts';
import { type ImportDesk, vocabularyOf } from './vocabulary.ts';

export type ImportMapResult = { readonly map: ImportMap } | { readonly faults: readonly Fault[] };

/** Reads and checks map.yaml. Never throws: a file that cannot be read is a fault too. */
export async function readImportMap(path: string, desk: ImportDesk): Promise<ImportMapResult> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return parseImportMap(text, path, desk);
  const advice = 'Let --map name the file that says which column is what; docs/import.md has examples.';
  return { faults: [{ where: path, problem: 'This file cannot be read.', advice }] };
}

/** Checks the text of a map.yaml, every fault at once. @param fileName what faults call the file */
export function parseImportMap(text: string, fileName: string, desk: ImportDesk): ImportMapResult {
  const yaml = readYamlText(text, fileName);
  if (yaml.isBroken) return { faults: yaml.faults };
  const read = importMapSchema.safeParse(yaml.value ?? {});
  if (!read.success)
    return { faults: inFileOrder([...yaml.faults, ...read.error.issues.flatMap((issue) => shapeFaults(issue, yaml))]) };
  const map: ImportMap = { timeZone: desk.desk.timeZone, ...read.data, locate: (path) => yaml.locate(path) };
  const faults = [...yaml.faults, ...missing(map), ...wrongWords(map, desk)];
  return faults.length > 0 ? { faults: inFileOrder(faults) } : { map };
}

function inFileOrder(faults: readonly Fault[]): readonly Fault[] {
  const line = ({ where }: Fault) => Number(/:(\d+)(?: |$)/.exec(where)?.[1] ?? 0);
  return faults.toSorted((one, other) => line(one) - line(other));
}

type Issue = z.core.$ZodIssue;

function shapeFaults(issue: Issue, yaml: YamlText): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => ({
      where: yaml.locate([...issue.path, key]),
      problem: `\`${key}\` is not known here.`,
      advice: `${didYouMean(key, known)}Known keys here: ${known.join(', ')}.`,
    }));
  }
  const [problem = '', advice = ''] = issue.message.split('\n');
  const isMissing = /received undefined|^nothing /.test(problem);
  const key = String(issue.path.at(-1) ?? 'name');
  return [{ where: yaml.locate(issue.path), problem: isMissing ? `\`${key}\` is missing.` : problem, advice }];
}

function knownKeys(path: Issue['path']): readonly string[] {
  const [first, second] = path;
  if (first === undefined) return Object.keys(importMapSchema.shape);
  if (first === 'file') return ['format', 'separator', 'encoding'];
  return first === 'fields' && second === undefined ? importFields : sourceKeys;
}

/** What every ticket has must come from somewhere. */
function missing({ fields, locate }: ImportMap): readonly Fault[] {
  const lacks = (field: ImportField, advice: string) =>
    fields[field] ? [] : [{ where: locate(['fields']), problem: `\`${field}\` is missing.`, advice }];
  return [
    ...lacks('id', "Name the column with the other desk's own number of the ticket: id: number."),
    ...lacks('openedAt', 'Name the column with the instant at which it was opened: openedAt: opened_at.'),
    ...lacks('requester', 'Name the column, or give one person for all: requester: { value: history@example.com }.'),
    ...(fields.description ? [] : lacks('title', 'Name the column of the title, or that of the description.')),
    ...(fields.heldAt ? lacks('holdReason', 'Say what was waited for: holdReason: { value: requester }.') : []),
  ];
}

/** Words of the desk that do not exist, in the tables and defaults of the map. */
function wrongWords({ fields, locate }: ImportMap, desk: ImportDesk): readonly Fault[] {
  return importFields.flatMap((field) => {
    const known = vocabularyOf(field, desk);
    const source = fields[field];
    if (!known || !source) return [];
    const words = [...new Set(known.values())];
    return wordsIn(source)
      .filter((word) => !known.has(word.trim().toLowerCase()))
      .map((word) => ({
        where: locate(['fields', field]),
        problem: `"${word}" is no ${field} of this desk.`,
        advice: `${didYouMean(word, words)}Choose one of: ${words.join(', ')}.`,
      }));
  });
}

function wordsIn({ values, otherwise, default: empty }: FieldSource): readonly string[] {
  return [...values.values(), otherwise ?? '', empty ?? ''].filter((word) => word !== '');
}

/** Columns that the map names and the file does not have. */
export function unknownColumns(map: ImportMap, columns: readonly string[]): readonly Fault[] {
  const sources = [
    ...Object.entries(map.fields).map(([field, source]) => ({ path: ['fields', field], source })),
    ...Object.entries(map.customFields).map(([field, source]) => ({ path: ['customFields', field], source })),
  ];
  return sources.flatMap(({ path, source }) =>
    source.columns
      .filter((column) => !columns.includes(column))
      .map((column) => ({
        where: map.locate(path),
        problem: `The file has no column "${column}".`,
        advice: `${didYouMean(column, columns)}Columns of the file: ${columns.join(', ')}.`,
      })),
  );
}
