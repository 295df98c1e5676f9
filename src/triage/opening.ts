import type { ServiceConfig } from '../config/desk-config.ts';
import type { Level, TicketKind } from '../tickets/ticket.ts';
import type { TriagedField, TriageGuess } from '../tickets/ticket-triage.ts';
import type { Judgement } from './local-triage.ts';
import { type Deciding, decided } from './said-of.ts';

/** What a ticket begins with. People see it on the card and can change it. */
export interface Opening {
  readonly kind: TicketKind;
  readonly service?: ServiceConfig | undefined;
  /** Where no service says it. */
  readonly team?: string | undefined;
  readonly category?: string | undefined;
  readonly impact: Level;
  readonly urgency: Level;
  readonly guesses: readonly TriageGuess[];
}

/**
 * What is set of what triage says; the rest is what nobody says anything of: an incident of one person whose work is slowed
 * down. A confidential service that is named by its keywords is always taken, for what is read once cannot be unread.
 * @param said what the requester has said of it themselves, in a form
 */
export function openingOf(judgement: Judgement, deciding: Deciding, said: readonly TriagedField[] = []): Opening {
  const { services } = deciding.config;
  const guesses = decided(judgement, deciding).filter(({ field }) => !said.includes(field));
  const set = new Map(guesses.flatMap(({ field, value, how }) => (how === 'set' ? [[field, value] as const] : [])));
  const named = services.find(({ id }) => id === judgement.rules.service?.value);
  const service = named?.confidential ? named : services.find(({ id }) => id === set.get('service'));
  const opening = {
    kind: set.get('kind') === 'request' ? ('request' as const) : ('incident' as const),
    service: said.includes('service') ? undefined : service,
    team: deciding.config.teams.find(({ id }) => id === set.get('team'))?.id,
    category: set.get('category'),
    impact: levelOf(set.get('impact'), 3),
    urgency: levelOf(set.get('urgency'), 2),
  };
  return { ...opening, guesses: guesses.filter((guess) => isWorthKeeping(guess, opening)) };
}

/** The confidential service that words name by its keywords. */
export function secretNamedIn(judgement: Judgement, services: readonly ServiceConfig[]): ServiceConfig | undefined {
  return services.find(({ id, confidential }) => confidential && id === judgement.rules.service?.value);
}

/** Nobody needs to be asked whether it is what it is. */
function isWorthKeeping(
  { field, value, how }: TriageGuess,
  { service, ...opening }: Omit<Opening, 'guesses'>,
): boolean {
  const now = field === 'service' ? service?.id : field === 'team' ? (service?.team ?? opening.team) : opening[field];
  return how !== 'suggested' || String(now) !== value;
}

function levelOf(value: string | undefined, usual: 2 | 3): Level {
  return value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : usual;
}
