import type { InstantFormat } from './instant-format.ts';

/** What a map may say of a ticket. `id` is the other desk's own. */
export const importFields = [
  'id',
  'title',
  'description',
  'kind',
  'service',
  'category',
  'team',
  'impact',
  'urgency',
  'priority',
  'requester',
  'raisedBy',
  'assignee',
  'status',
  'confidential',
  'tags',
  'openedAt',
  'assignedAt',
  'respondedAt',
  'heldAt',
  'holdReason',
  'resumedAt',
  'resolvedAt',
  'reopenedAt',
  'closedAt',
  'reopenCount',
  'reassignCount',
  'resolutionCode',
  'resolutionNote',
  'cancelReason',
] as const;
export type ImportField = (typeof importFields)[number];

export const instantFields = [
  'openedAt',
  'assignedAt',
  'respondedAt',
  'heldAt',
  'resumedAt',
  'resolvedAt',
  'reopenedAt',
  'closedAt',
] as const satisfies readonly ImportField[];
export type InstantField = (typeof instantFields)[number];

/** How the export of another desk is read: map.yaml after it was checked. */
export interface ImportMap {
  /** Of the other desk; with a row's id it says which tickets are here already. */
  readonly name: string;
  readonly file: FileForm;
  /** IANA, of instants that do not tell their offset. */
  readonly timeZone: string;
  /** The first that fits is taken. */
  readonly formats: readonly InstantFormat[];
  readonly fields: Readonly<Partial<Record<ImportField, FieldSource>>>;
  readonly customFields: Readonly<Record<string, FieldSource>>;
  /** `map.yaml:12 (fields.team)` */
  readonly locate: (path: readonly string[]) => string;
}

export interface FileForm {
  /** By the file's name when left out: `.jsonl` and `.ndjson`, else CSV. */
  readonly format?: 'csv' | 'jsonl';
  readonly separator: string;
  readonly encoding: Encoding;
}

export const encodings = ['utf-8', 'windows-1252', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

/** Where a field's text comes from. */
export interface FieldSource {
  /** Filled cells of these columns, joined; none when the text is the same for every row. */
  readonly columns: readonly string[];
  readonly join: string;
  /** A cell's text in lower case → the desk's word. */
  readonly values: ReadonlyMap<string, string>;
  /** For what `values` does not know. */
  readonly otherwise?: string;
  /** For an empty cell. */
  readonly default?: string;
}
