import type { Button, Card, FactsBlock } from '../chat/card.ts';
import type { Span } from '../chat/text.ts';
import { link } from '../chat/text.ts';
import { type Outage, type OutageReport, peopleIn } from '../outages/outage.ts';
import { dateSpan } from './dates.ts';
import { oneLine, paragraph, personSpan, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** As many reports as a card has room for. */
const mostShown = 15;
const longestTitle = 90;
const mostCommon = 6;

/** Asks the agents whether several reports are one outage, and shows what was decided. */
export function possibleOutageCard(outage: Outage, markId: string, context: ViewContext): Card {
  const { words } = context;
  const say = words.outages;
  const { reports, state } = outage;
  const [first] = reports;
  const since = dateSpan(first?.at ?? outage.raisedAt, 'time', context);
  const shown = reports.slice(0, mostShown);
  const left = reports.length - shown.length;
  return {
    title: say.possibleOf(whatOf(outage, context)),
    blocks: [
      ...decided(outage, context),
      paragraph(say.possibleText(peopleIn(reports), since)),
      ...facts(outage, context),
      ...shown.map((report) => paragraph(lineOf(report, context))),
      ...(left > 0 ? [quiet(say.moreReports(left))] : []),
      ...(state === 'possible' ? [quiet(say.possibleHint)] : []),
    ],
    ...(state === 'possible' ? { buttons: decisions(outage.id, context) } : {}),
    mark: { id: markId },
  };
}

/** What an outage is called before anybody has given it a title: its service, else the words that the reports share. */
export function whatOf({ service, common, reports }: Outage, context: ViewContext): string {
  if (service) return context.serviceName(service);
  const words = common.slice(0, 3).join(' ');
  return words || oneLine(reports[0]?.title ?? context.words.outages.possible, longestTitle);
}

function decided({ state, by = '', parent = '' }: Outage, context: ViewContext) {
  const say = context.words.outages;
  if (state === 'declared') return [paragraph(say.declaredBy(personSpan(by, context), parent))];
  return state === 'dismissed' ? [paragraph(say.dismissedBy(personSpan(by, context)))] : [];
}

function facts({ service, common }: Outage, context: ViewContext): readonly FactsBlock[] {
  const say = context.words.outages;
  const shown = [
    ...(service ? [{ label: context.words.ticket.labels.service, value: context.serviceName(service) }] : []),
    ...(common.length > 0 ? [{ label: say.common, value: common.slice(0, mostCommon).join(', ') }] : []),
  ];
  return shown.length > 0 ? [{ kind: 'facts', facts: shown }] : [];
}

function lineOf({ id, person, isBot, title, url }: OutageReport, context: ViewContext): readonly Span[] {
  const words = oneLine(title, longestTitle);
  const { words: say } = context;
  if (isBot) return [say.outages.bot, words, ...(url ? [' · ', link(say.cards.openMessage, url)] : [])];
  return [`${id} ${words} · `, context.person(person)];
}

function decisions(id: string, { words }: ViewContext): readonly Button[] {
  const { declare, dismiss } = words.outages;
  return [
    { label: declare, action: 'outage.declare', value: id, style: 'primary', opensForm: true },
    { label: dismiss, action: 'outage.dismiss', value: id },
  ];
}
