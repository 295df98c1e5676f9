import type { Block, Button, Card, Mark } from '../chat/card.ts';
import { bold, type Span } from '../chat/text.ts';
import { type DigestContent, type DigestScope, type Highlight, isQuiet } from '../reports/digest-content.ts';
import type { Edition } from '../reports/digest-edition.ts';
import type { DigestCopy } from '../reports/digest-store.ts';
import { showButton } from './card-buttons.ts';
import { dateSpan } from './dates.ts';
import { listValue } from './digest-list.ts';
import { type Fact, heading, oneLine, paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface DigestFacts {
  readonly edition: Edition;
  readonly scope: DigestScope;
  readonly content: DigestContent;
  readonly mutedUntil?: Date | undefined;
}

/** One edition of a digest for its reader; a quiet day in one line. */
export function digestCard(facts: DigestFacts, context: ViewContext): Card {
  const { edition, content, mutedUntil } = facts;
  const { words } = context;
  const muted = mutedUntil ? [quiet(words.digests.mutedUntil(dateSpan(mutedUntil, 'dateTime', context)))] : [];
  const title = digestTitle(facts, context);
  return {
    title,
    blocks: [...(isQuiet(content) ? [quietDay(facts, context)] : figures(facts, context)), ...muted],
    buttons: buttonsOf(edition, mutedUntil, context),
    summary: title,
  };
}

/** `Daily digest for IT support, Tue, 24 Nov`. */
export function digestTitle({ edition, scope }: Omit<DigestFacts, 'content'>, context: ViewContext): string {
  const { digests } = context.words;
  const { every } = edition.digest;
  const date = every === 'month' ? monthOf(edition, context) : dayOf(edition.day, context);
  if (!scope.teams) return digests.titles[every](date);
  return digests.teamTitles[every](scope.teams.map(context.teamName).join(', '), date);
}

/** By this a copy is found again on its platform. */
export function digestMark({ digest, edition, person }: DigestCopy): Mark {
  return { id: `digest:${digest}:${edition}:${person}` };
}

/** What a button of the card is about: the digest and its edition. */
function editionValue({ digest, label }: Edition): string {
  return `${digest.id} ${label}`;
}

function quietDay({ edition, content }: DigestFacts, context: ViewContext): Block {
  const from = dateSpan(edition.period.from, 'dateTime', context);
  return paragraph(context.words.digests.quiet(from, content.counts.open));
}

function figures({ edition, content }: DigestFacts, context: ViewContext): readonly Block[] {
  const { digests } = context.words;
  const { from, to } = edition.period;
  return [
    quiet(digests.period(dateSpan(from, 'dateTime', context), dateSpan(to, 'dateTime', context))),
    { kind: 'facts', facts: factsOf(edition, content, context) },
    ...(content.highlight ? [heading(digests.oneThing), highlightBlock(content.highlight, context)] : []),
    quiet(digests.definitions),
  ];
}

function factsOf(edition: Edition, content: DigestContent, context: ViewContext): readonly Fact[] {
  const { figures: names } = context.words.digests;
  const { counts, earlier } = content;
  return [
    { label: names.opened, value: trend(edition, counts.opened, earlier?.opened, context) },
    { label: names.resolved, value: trend(edition, counts.resolved, earlier?.resolved, context) },
    { label: names.open, value: String(counts.open) },
    { label: names.overdue, value: String(counts.overdue) },
    { label: names.dueToday, value: String(counts.dueToday) },
    { label: names.stuck, value: String(counts.stuck) },
    ...satisfactionFact(content, context),
  ];
}

function trend({ digest }: Edition, count: number, before: number | undefined, { words }: ViewContext): string {
  if (before === undefined || digest.every === 'day') return String(count);
  const { more, fewer, same } = words.digests.trends[digest.every];
  if (count === before) return same(count);
  return count > before ? more(count, count - before) : fewer(count, before - count);
}

function satisfactionFact({ satisfaction }: DigestContent, context: ViewContext): readonly Fact[] {
  if (!satisfaction) return [];
  const { digests } = context.words;
  const { mean, answers, earlier } = satisfaction;
  const value = earlier
    ? digests.scoreBefore(decimal(mean, context), answers, decimal(earlier.mean, context))
    : digests.score(decimal(mean, context), answers);
  return [{ label: digests.figures.satisfaction, value }];
}

function highlightBlock(highlight: Highlight, context: ViewContext): Block {
  const { highlights: say } = context.words.digests;
  const at = (instant: Date): Span => dateSpan(instant, 'dateTime', context);
  switch (highlight.kind) {
    case 'overdueP1':
    case 'overdue':
    case 'unclaimed': {
      const { ticket, since, kind } = highlight;
      return {
        kind: 'row',
        text: say[kind](bold(ticket.key), oneLine(ticket.title, longestTitle), at(since)),
        button: showButton(ticket.key, context.words),
      };
    }
    case 'dueNext': {
      const { ticket, dueAt } = highlight;
      return {
        kind: 'row',
        text: say.dueNext(bold(ticket.key), oneLine(ticket.title, longestTitle), at(dueAt)),
        button: showButton(ticket.key, context.words),
      };
    }
    case 'agreement':
      return paragraph(say.agreement(highlight.level, highlight.tickets));
    case 'surge': {
      const { service, opened, usual } = highlight;
      return paragraph(say.surge(bold(context.serviceName(service)), opened, decimal(usual, context)));
    }
    case 'satisfaction': {
      const { mean, earlier, answers } = highlight;
      return paragraph(say.satisfaction(decimal(mean, context), decimal(earlier, context), answers));
    }
  }
}

const longestTitle = 100;

function buttonsOf(edition: Edition, mutedUntil: Date | undefined, { words }: ViewContext): readonly Button[] {
  const { buttons } = words.digests;
  const value = editionValue(edition);
  return [
    { label: buttons.openList, action: 'digest.list', value: listValue(edition, undefined, 0) },
    mutedUntil
      ? { label: buttons.unmute, action: 'digest.unmute', value }
      : { label: buttons.mute, action: 'digest.mute', value },
  ];
}

function decimal(value: number, { locale }: ViewContext): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

function dayOf(day: string, { locale }: ViewContext): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(day));
}

/** The month that is over. */
function monthOf({ period, digest }: Edition, { locale }: ViewContext): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: digest.timeZone }).format(
    period.from,
  );
}
