import type { DeskConfig } from '../config/desk-config.ts';
import { holdReasons, priorities, resolutionCodes, statuses, ticketKinds } from '../tickets/ticket.ts';
import type { ImportField } from './import-map.ts';

export type ImportDesk = Pick<
  DeskConfig,
  | 'desk'
  | 'teams'
  | 'services'
  | 'groups'
  | 'priorities'
  | 'serviceLevels'
  | 'holdReasons'
  | 'claimAnswers'
  | 'calendars'
>;

/** The words that a field may have, each by what may be written for it: lower case → the desk's word. */
export type Vocabulary = ReadonlyMap<string, string>;

/** @returns undefined for a field of free text */
export function vocabularyOf(field: ImportField, { teams, services }: ImportDesk): Vocabulary | undefined {
  switch (field) {
    case 'kind':
      return words(ticketKinds);
    case 'priority':
      return words(priorities);
    case 'status':
      return words(statuses);
    case 'holdReason':
      return words(holdReasons);
    case 'resolutionCode':
      return words(resolutionCodes);
    case 'impact':
    case 'urgency':
      return words(['1', '2', '3']);
    case 'confidential':
      return yesAndNo;
    case 'team':
      return named(teams);
    case 'service':
      return named(services);
    default:
      return undefined;
  }
}

export const yesAndNo: Vocabulary = new Map([
  ...['true', 'yes', 'y', '1', 'ja', 'wahr'].map((word): [string, string] => [word, 'true']),
  ...['false', 'no', 'n', '0', 'nein', 'falsch'].map((word): [string, string] => [word, 'false']),
]);

/** `in_progress` may be written as `In Progress`, too. */
function words(known: readonly string[]): Vocabulary {
  return new Map(
    known.flatMap((word) => ['_', ' ', '-'].map((gap) => [word.toLowerCase().replaceAll('_', gap), word] as const)),
  );
}

function named(known: readonly { readonly id: string; readonly name: string }[]): Vocabulary {
  return new Map([
    ...known.map(({ id, name }): [string, string] => [name.toLowerCase(), id]),
    ...known.map(({ id }): [string, string] => [id, id]),
  ]);
}
