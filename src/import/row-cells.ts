import { didYouMean } from '../config/nearest-word.ts';
import type { FieldSource, ImportField, ImportMap, InstantField } from './import-map.ts';
import type { ImportRecord, RowFault } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The cells of one row, read by what the map says of them. Collects what is wrong with them. */
export class RowCells {
  readonly faults: RowFault[] = [];
  readonly #record: ImportRecord;
  readonly #map: ImportMap;

  constructor(record: ImportRecord, map: ImportMap) {
    this.#record = record;
    this.#map = map;
  }

  /** The text of a field after the map's tables; undefined when there is none. */
  text(field: ImportField): string | undefined {
    return this.textOf(this.#map.fields[field]);
  }

  textOf(source: FieldSource | undefined): string | undefined {
    if (!source) return undefined;
    const written = this.#written(source);
    if (written === '') return source.default || undefined;
    return source.values.get(written.toLowerCase()) ?? source.otherwise ?? written;
  }

  /** A field that every row must have. */
  needed(field: ImportField): string {
    const text = this.text(field);
    if (text === undefined)
      this.fault(field, { problem: 'This cell is empty.', advice: `Fill it, or give \`${field}\` a default.` });
    return text ?? '';
  }

  /** One of the desk's words; `undefined` when the cell is empty or its word is not known, which is a fault. */
  word(field: ImportField, known: Vocabulary): string | undefined {
    const text = this.text(field);
    const word = text === undefined ? undefined : known.get(text.toLowerCase());
    if (text !== undefined && word === undefined) {
      const words = [...new Set(known.values())];
      const written = this.#map.fields[field]?.values.keys() ?? [];
      const advice = `${didYouMean(text, [...written, ...words])}Add it to \`fields.${field}.values\` of the map, as one of: ${words.join(', ')}.`;
      this.fault(field, { problem: `This is no ${field} of this desk.`, advice });
    }
    return word;
  }

  instant(field: InstantField, now: Date): Date | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const { formats, timeZone } = this.#map;
    let at: Date | undefined;
    for (const format of formats) at ??= format.read(text, timeZone);
    if (at && at <= now) return at;
    if (at)
      this.fault(field, {
        problem: 'This lies in the future.',
        advice: 'Look at `timeZone` and `formats` of the map.',
      });
    else this.fault(field, noInstant(formats.map(({ written }) => written).join(', ')));
    return undefined;
  }

  /** How often; a yes counts once. */
  count(field: ImportField, yesAndNo: Vocabulary): number {
    const text = this.text(field) ?? '0';
    if (/^\d{1,6}$/.test(text)) return Number(text);
    const answer = yesAndNo.get(text.toLowerCase());
    if (answer === undefined)
      this.fault(field, { problem: 'This is no number.', advice: 'Write a whole number, or true or false.' });
    return answer === 'true' ? 1 : 0;
  }

  fault(field: ImportField, { problem, advice }: Pick<RowFault, 'problem' | 'advice'>): void {
    const source = this.#map.fields[field];
    const named = source && source.columns.length > 0;
    this.faults.push({
      line: this.#record.line,
      ...(named ? { column: source.columns.join(' + '), value: this.#written(source) } : {}),
      problem,
      advice,
    });
  }

  #written({ columns, join }: FieldSource): string {
    const { cells } = this.#record;
    if (columns.length === 1) return cells.get(columns[0] ?? '') ?? '';
    return columns
      .map((column) => cells.get(column) ?? '')
      .filter((cell) => cell !== '')
      .join(join);
  }
}

function noInstant(formats: string): Pick<RowFault, 'problem' | 'advice'> {
  return {
    problem: `This is no instant written as ${formats}, or no real date.`,
    advice: 'Correct it, or add its format to `formats` of the map, such as DD.MM.YYYY HH:mm.',
  };
}
