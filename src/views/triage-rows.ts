import type { Block, Button } from '../chat/card.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import { openSuggestions, type TriageGuess } from '../tickets/ticket-triage.ts';
import { oneLine, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What triage takes the ticket to be, as long as it is open: with *Yes* and *Change*, or what it would have done. */
export function triageRows(ticket: Ticket, context: ViewContext): readonly Block[] {
  if (!isOpen(ticket) || !ticket.triage) return [];
  const { triage } = context.words;
  const suggested = named(openSuggestions(ticket), context, true);
  const shadow = named(shadowed(ticket.triage.guesses), context, false);
  return [
    ...(suggested ? [suggestionRow(ticket.key, suggested, context)] : []),
    ...(shadow ? [quiet(triage.wouldHaveSet(shadow))] : []),
    ...formNotes(ticket, context),
  ];
}

function suggestionRow(key: string, what: string, { words }: ViewContext): Block {
  const { looksLike, yes, change } = words.triage;
  const accept: Button = { label: yes, action: 'triage.yes', value: key };
  const other: Button = { label: change, action: 'triage.change', value: key, opensForm: true };
  return { kind: 'row', text: looksLike(what), button: accept, also: other };
}

function shadowed(guesses: readonly TriageGuess[]): readonly TriageGuess[] {
  const newest = new Map(guesses.filter(({ how }) => how === 'shadow').map((guess) => [guess.field, guess]));
  return [...newest.values()];
}

/** `VPN (71 %), P2 (64 %)`; each thing once, at most three. */
function named(guesses: readonly TriageGuess[], context: ViewContext, isSure: boolean): string {
  const said = new Map<string, number>();
  for (const guess of guesses) {
    const name = nameOf(guess, context);
    said.set(name, Math.min(guess.confidence, said.get(name) ?? 1));
  }
  return [...said]
    .slice(0, mostNamed)
    .map(([name, confidence]) =>
      isSure ? context.words.triage.guess(name, Math.min(surest, Math.round(100 * confidence))) : name,
    )
    .join(', ');
}

const mostNamed = 3;
/** Percent: nothing that is only suggested is certain. */
const surest = 99;

function nameOf({ field, value, priority }: TriageGuess, context: ViewContext): string {
  switch (field) {
    case 'service':
      return context.serviceName(value);
    case 'team':
      return context.teamName(value);
    case 'kind':
      return value === 'request' ? context.words.ticket.kinds.request : context.words.ticket.kinds.incident;
    case 'category':
      return oneLine(value, 60);
    case 'impact':
    case 'urgency':
      return priority ?? value;
  }
}

/** Which form spoke, where a model might have, and why it did not. */
function formNotes({ triage }: Ticket, { words }: ViewContext): readonly Block[] {
  if (triage?.fellBack) return [quiet(words.triage.fellBack[triage.fellBack])];
  return triage?.by === 'openai' ? [quiet(words.triage.filledInBy.model)] : [];
}
