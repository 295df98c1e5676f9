import type { Block, Card } from '../chat/card.ts';
import { spansOf, type Text } from '../chat/text.ts';
import type { SlaClock } from '../sla/clock.ts';
import { type Explanation, explain } from '../sla/explain.ts';
import type { ServiceLevel } from '../sla/policy.ts';
import { type Ticket, ticketKinds } from '../tickets/ticket.ts';
import { duration } from '../words/durations.ts';
import { showButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { clockStanding } from './clock-standing.ts';
import { storyBlocks } from './clock-story.ts';
import { heading, paragraph, quiet, ticketTitle } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/**
 * Why a ticket's clocks show what they show, in words: for each what is promised, how it stands, and its story. So long as
 * it fits a message of either platform; of what is too long the oldest lines are left out and counted.
 * @param clocks those that the reader may see
 * @param reader who reads it, so that they are called "you"
 */
export function explanationCard(
  ticket: Ticket,
  clocks: readonly SlaClock[],
  reader: { readonly id: string },
  context: ViewContext,
): Card {
  const { explanation } = context.words;
  const [shown, left] = [clocks.slice(0, mostClocks), Math.max(0, clocks.length - mostClocks)];
  const share = Math.floor(linesInAll / Math.max(1, shown.length));
  const mostLines = Math.min(mostLinesEach, Math.max(fewestLines, share));
  return {
    title: ticketTitle(ticket),
    blocks: [
      ...(clocks.length === 0 ? [paragraph(explanation.none(ticket.key))] : []),
      ...shown.flatMap((clock) => clockBlocks(clock, { reader: reader.id, mostLines }, context)),
      ...(left > 0 ? [quiet(explanation.moreAgreements(left))] : []),
    ],
    buttons: [showButton(ticket.key, context.words)],
    ...summaryOf(ticket, context),
  };
}

/** By trial: what Slack takes in one message and in one block, with room for long names. */
const mostClocks = 8;
const linesInAll = 30;
const mostLinesEach = 12;
const fewestLines = 3;

function clockBlocks(
  clock: SlaClock,
  frame: { readonly reader: string; readonly mostLines: number },
  context: ViewContext,
): readonly Block[] {
  const told = explain(clock);
  return [
    heading(clockName(clock, context)),
    paragraph([...spansOf(promise(told, context)), ' ', ...clockStanding(clock, told, context)]),
    ...storyBlocks(told, frame, context),
  ];
}

function clockName({ target, level }: SlaClock, { words, teamName, vendorName }: ViewContext): string {
  const { targets, agreed, agreedTowards } = words.explanation;
  const name = targets[target];
  if (!level.with) return name;
  if ('vendor' in level.with) return agreed(name, vendorName(level.with.vendor));
  const { team, towards } = level.with;
  return towards === undefined ? agreed(name, teamName(team)) : agreedTowards(name, teamName(team), teamName(towards));
}

function promise({ target, targetMs, calendar, because }: Explanation, context: ViewContext): Text {
  const { explanation } = context.words;
  const fits = fitting(because, context);
  const time = duration(targetMs);
  if (fits.length === 0) return explanation.promiseToAll[target](time, calendar);
  const all = new Intl.ListFormat(context.locale, { type: 'conjunction' }).format(fits);
  return explanation.promise[target](time, calendar, all);
}

/** By what a policy fits the ticket, as words. */
function fitting(when: ServiceLevel['when'], context: ViewContext): readonly string[] {
  const { words, serviceName, teamName, groupName } = context;
  const { fits } = words.explanation;
  const kind = ticketKinds.find((one) => one === when.kind);
  return [
    ...(when.priority === undefined ? [] : [fits.priority(when.priority)]),
    ...(kind === undefined ? [] : [fits.kind(words.ticket.kinds[kind])]),
    ...(when.service === undefined ? [] : [fits.service(serviceName(when.service))]),
    ...(when.team === undefined ? [] : [fits.team(teamName(when.team))]),
    ...(when.group === undefined ? [] : [fits.group(groupName(when.group))]),
  ];
}
