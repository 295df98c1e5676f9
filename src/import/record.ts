/** What an export of another desk holds, in the order of the file. */
export type FilePart =
  /** The names of its columns: of a CSV file first, of JSON lines last. */
  | { readonly is: 'columns'; readonly columns: readonly string[] }
  | ImportRecord
  /** Something that is no record. */
  | { readonly is: 'fault'; readonly fault: RowFault };

export interface ImportRecord {
  readonly is: 'record';
  /** Of the file, where the record begins; 1 is the first. */
  readonly line: number;
  /** By column; text without the spaces around it. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What is wrong with one row, told so that its reader knows what to do. */
export interface RowFault {
  readonly line: number;
  readonly column?: string;
  /** As it stands in the file. */
  readonly value?: string;
  readonly problem: string;
  readonly advice: string;
}
