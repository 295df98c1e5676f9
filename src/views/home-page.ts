import type { Block, Card } from '../chat/card.ts';
import type { TicketPage } from '../tickets/ticket-store.ts';
import { type AbsenceFacts, absenceSection } from './absence-card.ts';
import { awayRow } from './away-row.ts';
import { newIssueButton } from './card-buttons.ts';
import { heading, quiet } from './ticket-facts.ts';
import { dueSoonHours, type ListFacts, listButton, listIds } from './ticket-list.ts';
import { ticketRow } from './ticket-rows.ts';
import type { ViewContext } from './view-context.ts';

export interface Home {
  readonly mine: TicketPage;
  readonly agent?: { readonly assigned: TicketPage; readonly unclaimed: TicketPage; readonly awayUntil?: Date };
  /** What is overdue or due soon in the teams that one leads. */
  readonly dueSoon?: TicketPage;
  /** What people hold who are away, for whoever leads them. */
  readonly heldByAway?: readonly AbsenceFacts[];
}

/** A person's start page: raise something, see one's own, and for agents what there is to do. */
export function homePage(home: Home, context: ViewContext): Card {
  const { words, deskName } = context;
  const { lists } = words;
  const { mine, agent, dueSoon, heldByAway = [] } = home;
  return {
    title: deskName,
    blocks: [
      { kind: 'row', text: lists.welcome, button: newIssueButton(words, 'primary') },
      ...(agent ? [awayRow(agent.awayUntil, context)] : []),
      ...section(mine, { id: listIds.mine, title: lists.mine, empty: lists.mineEmpty }, context),
      ...(agent ? agentSections(agent, context) : []),
      ...(dueSoon ? dueSoonSection(dueSoon, context) : []),
      ...absenceSection(heldByAway, context),
    ],
  };
}

function agentSections({ assigned, unclaimed }: NonNullable<Home['agent']>, context: ViewContext): readonly Block[] {
  const { lists } = context.words;
  return [
    ...section(assigned, { id: listIds.assigned, title: lists.assigned, empty: lists.assignedEmpty }, context),
    ...section(unclaimed, { id: listIds.unclaimed, title: lists.unclaimed, empty: lists.unclaimedEmpty }, context),
  ];
}

function dueSoonSection(page: TicketPage, context: ViewContext): readonly Block[] {
  const { lists } = context.words;
  const [hint, empty] = [lists.breachingWithin(dueSoonHours), lists.breachingSoonEmpty(dueSoonHours)];
  return section(page, { id: listIds.dueSoon, title: lists.breachingSoon, empty, hint }, context);
}

const divider: Block = { kind: 'divider' };
const longestSection = 10;

function section(page: TicketPage, { id, title, empty, hint }: ListFacts, context: ViewContext): readonly Block[] {
  const { words } = context;
  const lines = page.lines.slice(0, longestSection);
  if (lines.length === 0) return [divider, heading(title), quiet(empty)];
  const range = words.lists.range(1, lines.length, page.total);
  const all = listButton(words.buttons.showAll(page.total), id, 0);
  return [
    divider,
    heading(title),
    ...(hint ? [quiet(hint)] : []),
    ...lines.map((line) => ticketRow(line, context)),
    ...(page.total > lines.length ? [{ kind: 'row', text: range, button: all } as const] : []),
  ];
}
