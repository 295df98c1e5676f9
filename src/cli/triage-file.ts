import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DeskError } from '../errors.ts';
import type { LabelledItem } from '../triage/backtest.ts';
import { isIssueAct } from '../triage/first-sight.ts';
import { actOfIntent, kindOfType } from '../triage/labels.ts';
import type { Lesson } from '../triage/local-triage.ts';

const label = z.string().trim().min(1).nullish();
/** What else a line has is not looked at. */
const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  type: label,
  intent: label,
  service: label,
  team: label,
  category: label,
  priority: label,
});

/**
 * Reads a file of labelled messages, one JSON object a line; empty lines are passed over.
 * @throws DeskError `invalid` with the file and line, when one of them cannot be read
 */
export async function readLabelled(path: string): Promise<readonly LabelledItem[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new DeskError('invalid', `${path} cannot be read. Name a file with one JSON object on each line.`, { cause });
  });
  return text.split('\n').flatMap((row, index) => (row.trim() === '' ? [] : [itemOf(row, `${path}:${index + 1}`)]));
}

function itemOf(row: string, where: string): LabelledItem {
  const read = line.safeParse(parseJson(row));
  if (!read.success)
    throw new DeskError('invalid', `${where} is no labelled message. Write a JSON object with "id" and "text" there.`);
  const { id, text, type, intent, service, team, category, priority } = read.data;
  return {
    id,
    text,
    truth: {
      ...(intent ? { intent, act: actOfIntent(intent), isIssue: String(isIssueAct(actOfIntent(intent))) } : {}),
      ...(type ? kindIn(type) : {}),
      ...(service ? { service } : {}),
      ...(team ? { team } : {}),
      ...(category ? { category } : {}),
      ...(priority ? weightIn(priority) : {}),
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindIn(type: string): Lesson['truth'] {
  const kind = kindOfType(type);
  return kind ? { kind } : {};
}

const words: Readonly<Record<string, string>> = { high: '1', medium: '2', low: '3' };

/** `P1` to `P4` is a priority; high, medium and low in somebody's words is an urgency. */
function weightIn(priority: string): Lesson['truth'] {
  const urgency = words[priority.toLowerCase()];
  if (urgency) return { urgency };
  return /^p[1-4]$/iu.test(priority) ? { priority: priority.toUpperCase() } : {};
}
