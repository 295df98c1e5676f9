import * as field from './desk-file-fields.ts';
import { listOf, oneOf, section } from './desk-file-fields.ts';
import { name } from './desk-file-people.ts';
import { textsAt } from './desk-file-values.ts';
import type { YamlText } from './desk-file-yaml.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

const synonyms = listOf(
  listOf(name, 'Write words that mean the same: [vpn, tunnel].').min(2, {
    error: () => 'One word alone has no synonym.\nWrite at least two words that mean the same: [vpn, tunnel].',
  }),
  'Write a list of lists: [[vpn, tunnel], [beamer, projector]].',
);

/** Articles: where they come from, and what is done with them. */
export const knowledge = section(
  {
    folder: field
      .nonEmpty('a folder', 'The name of a folder beside desk.yaml, or a whole path.')
      .prefault('knowledge')
      .meta({ description: 'Articles that are read at the start and when they change; from the folder of desk.yaml.' }),
    synonyms: synonyms.meta({ description: 'Words that mean the same, on top of the common ones.' }).default([]),
    answers: field.yesOrNo
      .meta({ description: 'Whether a new issue is answered from articles, where they carry it.' })
      .default(true),
    staleAfter: field.duration
      .prefault('180d')
      .meta({ description: 'An article that has answered nothing for so long is reported as stale.' }),
  },
  'Articles, and answers from them.',
);

const reply = section(
  {
    id: field.id,
    title: name,
    text: field
      .nonEmpty('a text', 'What is said, with {{requester}}, {{key}}, {{service}}, {{agent}} or {{due}} in it.')
      .meta({ description: 'At most 3,000 characters.' }),
    service: field.id.exactOptional(),
    language: oneOf(['en', 'de', 'es', 'fr', 'pt']).exactOptional(),
  },
  'Words that agents often write. Those of a service are offered for its tickets only.',
);

export const replies = listOf(
  reply,
  'Write a list: [{ id: restart, title: Restart, text: "Hello {{requester}}, …" }].',
);

/** What stands for something of the ticket in a saved reply. */
export const placeholders = ['requester', 'key', 'service', 'agent', 'due'] as const;

/** Placeholders that nothing is filled into, and texts that no form can hold. */
export function replyFaults(yaml: YamlText): Fault[] {
  return textsAt(yaml.value, ['replies', '*', 'text']).flatMap(({ path, value }) => {
    const where = yaml.locate(path);
    const unknown = [...value.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)]
      .map(([, found]) => found ?? '')
      .filter((found) => !placeholders.some((known) => known === found));
    const advice = (found: string) =>
      `${didYouMean(found, placeholders)}Use one of: ${placeholders.map((known) => `{{${known}}}`).join(', ')}.`;
    const tooLong =
      value.length > 3000
        ? [{ where, problem: 'This reply is too long.', advice: 'Use at most 3,000 characters.' }]
        : [];
    return [
      ...[...new Set(unknown)].map((found) => ({
        where,
        problem: `{{${found}}} stands for nothing.`,
        advice: advice(found),
      })),
      ...tooLong,
    ];
  });
}
