import { readFile } from 'node:fs/promises';
import { readYamlText } from '../config/desk-file-yaml.ts';
import { type DeskFileResult, parseDeskFile } from '../config/read-desk-file.ts';

/**
 * Reads a desk.yaml of which only some sections are written; the others are those of the desk as it is.
 * @param deskText the text of the desk as it is, without faults
 */
export async function readPolicyFile(path: string, deskText: string): Promise<DeskFileResult> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    return {
      faults: [
        {
          where: path,
          problem: 'This file cannot be read.',
          advice: 'Let --policy name a desk.yaml, or a file with those of its sections that change.',
        },
      ],
    };
  return parseDeskFile(`${text}\n${missingSections(text, deskText)}`, path);
}

/** What the first text leaves out of the second; behind it, so that the lines of its faults stay its own. */
function missingSections(text: string, deskText: string): string {
  const named = readYamlText(text, '').value ?? {};
  const whole = readYamlText(deskText, '').value ?? {};
  return Object.entries(whole)
    .filter(([section]) => !Object.hasOwn(named, section))
    .map(([section, value]) => `${section}: ${JSON.stringify(value)}`)
    .join('\n');
}
