import type { Attachment } from '../src/chat/event.ts';
import type { Place } from '../src/chat/refs.ts';
import type { Desk } from '../src/desk.ts';
import { languageIn } from '../src/help/ticket-languages.ts';
import type { Person } from '../src/people/person.ts';
import { groupsOf } from '../src/people/roles.ts';
import type { Draft } from '../src/tickets/draft.ts';
import type { Level, Source, Ticket } from '../src/tickets/ticket.ts';
import type { TicketTriage, TriagedField } from '../src/tickets/ticket-triage.ts';
import { type Opening, openingOf } from '../src/triage/opening.ts';
import { titleFrom } from '../src/triage/title.ts';
import { isCutOnCard } from '../src/views/description.ts';

/** What is known when somebody raises an issue. */
export interface Raise {
  readonly words: string;
  readonly requester: Person;
  readonly raisedBy: Person;
  readonly source: Source;
  readonly at: Date;
  /** The delivery that raised it. */
  readonly event: string;
  /** Where the words stand; without one, the talk is in the requester's direct conversation. */
  readonly thread?: Place | undefined;
  /** Whether others read along where the words stand. */
  readonly isShared: boolean;
  /** The channel's team, for words that name no service. */
  readonly team?: string | undefined;
  /** Better than the first words. */
  readonly title?: string | undefined;
  /** What a form said; better than what the words say. */
  readonly said?: {
    readonly service?: string | undefined;
    readonly urgency?: Level | undefined;
    readonly confidential?: boolean;
  };
  readonly links?: Ticket['links'];
  /** Under which id the words are kept; the message's own when left out. */
  readonly wordsId?: string;
}

/** Words become a ticket: the requester has been heard, and what is missing is asked for afterwards. */
export async function raiseIssue(
  desk: Desk,
  raise: Raise,
): Promise<{ readonly ticket: Ticket; readonly isNew: boolean }> {
  const opened = await desk.tickets.open(await draftFrom(desk, raise), raise.event);
  await keepFirstWords(desk, opened.ticket, raise);
  return opened;
}

async function draftFrom(desk: Desk, raise: Raise): Promise<Draft> {
  const config = desk.config();
  const said = saidIn(raise);
  const judgement = desk.triage.judge(raise.words);
  const opening = openingOf(judgement, { config, licence: (field, by) => desk.triage.licence(field, by) }, said);
  const service = config.services.find(({ id }) => id === raise.said?.service) ?? opening.service;
  const confidential = (raise.said?.confidential ?? false) || (service?.confidential ?? false);
  const isTakenAside = confidential && raise.isShared;
  const { words } = await desk.contexts.for(undefined);
  const asked = {
    kind: opening.kind,
    requester: raise.requester.id,
    service: service?.id,
    team: service?.team ?? opening.team ?? raise.team ?? firstTeam(desk),
    impact: opening.impact,
    urgency: raise.said?.urgency ?? opening.urgency,
    groups: groupsOf(raise.requester, config),
  };
  return {
    ...asked,
    category: opening.category,
    triage: triageOf(opening, said, judgement.result.language.value),
    title: raise.title ?? titleFrom(raise.words, raise.source.files[0]?.name ?? words.buttons.newIssue),
    description: raise.words,
    raisedBy: raise.raisedBy.id,
    confidential,
    source: isTakenAside && raise.thread ? { ...raise.source, thread: raise.thread } : raise.source,
    thread: isTakenAside ? undefined : raise.thread,
    ...(raise.links ? { links: raise.links } : {}),
    estimate: await desk.estimates.for(asked),
  };
}

/** What the requester, or the ticket that this one follows, has said already. */
function saidIn({ said }: Raise): readonly TriagedField[] {
  return [...(said?.service ? (['service', 'team'] as const) : []), ...(said?.urgency ? (['urgency'] as const) : [])];
}

function triageOf({ guesses }: Opening, said: readonly TriagedField[], language: string): TicketTriage {
  return { by: 'local', language, guesses, asked: [], ...(said.length > 0 ? { said } : {}) };
}

/** Files, words that are too long for the card, and what is to be translated are carried into the agents' thread like any others. */
async function keepFirstWords(desk: Desk, ticket: Ticket, raise: Raise): Promise<void> {
  const files: readonly Attachment[] = raise.source.files;
  if (files.length === 0 && !isCutOnCard(raise.words) && !isForeign(desk, ticket)) return;
  const isFirst = await desk.remarks.insert({
    id: raise.wordsId ?? raise.source.message ?? `form:${raise.event}`,
    ticket: ticket.key,
    author: ticket.requester,
    side: 'requester',
    visibility: 'public',
    text: raise.words,
    files,
    at: raise.at,
    isDescription: true,
    version: 1,
    copies: [],
    owing: true,
    ...(raise.thread ? { thread: raise.thread } : {}),
  });
  if (isFirst) await desk.courier.said(ticket.key);
}

function isForeign({ help, config }: Desk, { triage }: Ticket): boolean {
  return help.translator.isOn && triage !== undefined && triage.language !== languageIn(config().desk.locale);
}

function firstTeam(desk: Desk): string {
  const team = desk.config().teams[0];
  if (!team) throw new Error('desk.yaml was let through without a team');
  return team.id;
}
