import { cut } from '../chat/plain-text.ts';
import { priorityOf } from '../tickets/priority.ts';
import {
  type Level,
  type Priority,
  priorities,
  resolutionCodes,
  type TicketKind,
  ticketKinds,
} from '../tickets/ticket.ts';
import { type FieldSource, type ImportField, type ImportMap, importFields } from './import-map.ts';
import type { ImportedRow } from './imported-row.ts';
import type { ImportRecord, RowFault } from './record.ts';
import { RowCells } from './row-cells.ts';
import { rowTimes } from './row-times.ts';
import { type ImportDesk, type Vocabulary, vocabularyOf, yesAndNo } from './vocabulary.ts';

export type ReadRow = { readonly row: ImportedRow } | { readonly faults: readonly RowFault[] };

const longestTitle = 150;

/** Turns records of another desk into rows of this one. */
export class RowReader {
  readonly #map: ImportMap;
  readonly #desk: ImportDesk;
  readonly #now: Date;
  readonly #words: ReadonlyMap<ImportField, Vocabulary>;
  readonly #customFields: readonly (readonly [string, FieldSource])[];

  /** @param now what is later than this lies in the future */
  constructor(map: ImportMap, desk: ImportDesk, now: Date) {
    this.#map = map;
    this.#desk = desk;
    this.#now = now;
    this.#customFields = Object.entries(map.customFields);
    this.#words = new Map(
      importFields.flatMap((field) => {
        const known = vocabularyOf(field, desk);
        return known ? [[field, known] as const] : [];
      }),
    );
  }

  read(record: ImportRecord): ReadRow {
    const cells = new RowCells(record, this.#map);
    const id = cells.needed('id');
    const description = cells.text('description') ?? '';
    const requester = personId(cells.needed('requester'));
    const words = { status: this.#known('status'), holdReason: this.#known('holdReason') };
    const row: ImportedRow = {
      id,
      ...this.#texts(cells, description),
      requester,
      ...this.#people(cells, requester),
      kind: kindOf(this.#word(cells, 'kind')),
      ...this.#place(cells),
      ...this.#weight(cells),
      ...rowTimes(cells, words, this.#now),
      ...this.#end(cells),
      customFields: this.#custom(cells),
    };
    return cells.faults.length > 0 ? { faults: cells.faults } : { row };
  }

  #texts(cells: RowCells, description: string): Pick<ImportedRow, 'title' | 'description' | 'tags' | 'category'> {
    const words = cells.text('title') ?? description.split('\n').find((line) => line.trim() !== '') ?? '';
    if (words === '')
      cells.fault(this.#map.fields.title ? 'title' : 'description', {
        problem: 'There is neither a title nor a description.',
        advice: 'Fill it, or give `title` a default.',
      });
    const category = cells.text('category');
    return {
      title: cut(words.replace(/\s+/g, ' ').trim(), longestTitle),
      description: description || words,
      tags: [...new Set((cells.text('tags') ?? '').split(/[,;]/).map((tag) => tag.trim()))].filter((tag) => tag !== ''),
      ...(category ? { category } : {}),
    };
  }

  #people(cells: RowCells, requester: string): Pick<ImportedRow, 'raisedBy' | 'assignee'> {
    const assignee = cells.text('assignee');
    return {
      raisedBy: personId(cells.text('raisedBy') ?? requester),
      ...(assignee ? { assignee: personId(assignee) } : {}),
    };
  }

  /** The team that is named, else that of the service, else the first, which takes what nobody else does. */
  #place(cells: RowCells): Pick<ImportedRow, 'service' | 'team' | 'confidential'> {
    const { services, teams } = this.#desk;
    const id = this.#word(cells, 'service');
    const service = services.find((one) => one.id === id);
    const isPrivate = this.#word(cells, 'confidential') === 'true';
    return {
      ...(service ? { service: service.id } : {}),
      team: this.#word(cells, 'team') ?? service?.team ?? teams[0]?.id ?? '',
      confidential: isPrivate || service?.confidential === true,
    };
  }

  #weight(cells: RowCells): Pick<ImportedRow, 'impact' | 'urgency' | 'priority'> {
    const { matrix } = this.#desk.priorities;
    const word = this.#word(cells, 'priority');
    const named = priorities.find((priority) => priority === word);
    const impact = levelOf(this.#word(cells, 'impact'));
    const urgency = levelOf(this.#word(cells, 'urgency'));
    const likely = named ? likelyLevels(matrix, named) : undefined;
    const levels = { impact: impact ?? likely?.impact ?? 3, urgency: urgency ?? likely?.urgency ?? 2 };
    return { ...levels, priority: named ?? priorityOf(matrix, levels.impact, levels.urgency) };
  }

  #end(cells: RowCells) {
    const word = this.#word(cells, 'resolutionCode');
    const reopened = cells.count('reopenCount', yesAndNo);
    const cancelReason = cells.text('cancelReason');
    return {
      reopenCount: cells.text('reopenedAt') === undefined ? reopened : Math.max(1, reopened),
      reassignCount: cells.count('reassignCount', yesAndNo),
      resolutionCode: resolutionCodes.find((code) => code === word) ?? 'fixed',
      resolutionNote: cells.text('resolutionNote') ?? '',
      ...(cancelReason ? { cancelReason } : {}),
    } as const;
  }

  #custom(cells: RowCells): Record<string, string> {
    return Object.fromEntries(
      this.#customFields.flatMap(([name, source]) => {
        const text = cells.textOf(source);
        return text ? [[name, text]] : [];
      }),
    );
  }

  #word(cells: RowCells, field: ImportField): string | undefined {
    return cells.word(field, this.#known(field));
  }

  #known(field: ImportField): Vocabulary {
    return this.#words.get(field) ?? new Map();
  }
}

function kindOf(word: string | undefined): TicketKind {
  return ticketKinds.find((kind) => kind === word) ?? 'incident';
}

/** An e-mail is known by its lower case; who has only a name is known by it. */
function personId(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.includes('@') ? words.toLowerCase() : words;
}

const levels = [3, 2, 1] as const satisfies readonly Level[];

function levelOf(word: string | undefined): Level | undefined {
  return levels.find((level) => String(level) === word);
}

/** An impact and urgency that give this priority; the narrowest, where several do. */
function likelyLevels(matrix: ImportDesk['priorities']['matrix'], priority: Priority) {
  const all = levels.flatMap((impact) => levels.map((urgency) => ({ impact, urgency })));
  return all.find(({ impact, urgency }) => priorityOf(matrix, impact, urgency) === priority);
}
