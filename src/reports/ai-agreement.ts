import type { Ticket } from '../tickets/ticket.ts';
import { madeOf, type TriagedField, type TriageGuess, triagedFields } from '../tickets/ticket-triage.ts';
import { Figures } from './figures.ts';
import { percentOf } from './percentile.ts';
import type { Row } from './report.ts';
import type { ReportSource } from './report-source.ts';

type Form = 'model' | 'rules';
type Sorted = Ticket & { readonly _id: string };

const fields = {
  ...{ kind: 1, service: 1, team: 1, category: 1, impact: 1, urgency: 1, resolvedAt: 1, confidential: 1, triage: 1 },
  ...{ 'history.by': 1, 'history.move': 1, 'history.changes.field': 1 },
};

/** For each form and field, how many guesses people have judged, and how many of them were right. */
export async function agreementRows(
  source: ReportSource,
  openedDay: unknown,
  isListed: boolean,
): Promise<readonly Row[]> {
  const found = new Map<string, Figures>();
  const match = { openedDay, 'triage.guesses.0': { $exists: true } };
  for await (const ticket of source.tickets<Sorted>([{ $match: match }, { $project: fields }])) {
    const listed = isListed ? { key: ticket._id, confidential: ticket.confidential } : undefined;
    for (const guess of newest(ticket.triage?.guesses ?? [])) {
      const made = madeOf(ticket, guess);
      if (made === undefined) continue;
      const figures = figuresFor(found, formOf(guess), guess.field);
      figures.add('guesses', 1, listed);
      if (made === 'right') figures.add('kept', 1, listed);
    }
  }
  return (['model', 'rules'] as const).flatMap((form) =>
    triagedFields.flatMap((field) => {
      const figures = found.get(`${form} ${field}`);
      return figures ? [rowOf(form, field, figures)] : [];
    }),
  );
}

/** What one form said last of each field. */
function newest(guesses: readonly TriageGuess[]): Iterable<TriageGuess> {
  return new Map(guesses.map((guess) => [`${formOf(guess)} ${guess.field}`, guess])).values();
}

function formOf({ by }: TriageGuess): Form {
  return by === 'model' ? 'model' : 'rules';
}

function figuresFor(found: Map<string, Figures>, form: Form, field: TriagedField): Figures {
  const id = `${form} ${field}`;
  const figures = found.get(id) ?? new Figures();
  found.set(id, figures);
  return figures;
}

function rowOf(form: Form, field: TriagedField, figures: Figures): Row {
  const [guesses, kept] = [figures.count('guesses'), figures.count('kept')];
  return figures.row({
    group: form === 'model' ? 'agreed with the model' : 'agreed with the rules',
    ...{ value: field, guesses, kept, keptPercent: percentOf(kept, guesses) },
  });
}
