import type { Block, Card } from '../chat/card.ts';
import type { TicketPage } from '../tickets/ticket-store.ts';
import { newIssueButton } from './card-buttons.ts';
import { paragraph } from './ticket-facts.ts';
import { listButton, listIds } from './ticket-list.ts';
import { ticketRow } from './ticket-rows.ts';
import type { ViewContext } from './view-context.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'status' | 'smallTalk' | 'empty' | 'praise' | 'outOfScope';

export interface SmallTalkFacts {
  /** The person's own issues, for who asks how things stand. */
  readonly open?: TicketPage;
}

/** A short answer to words that are no issue. */
export function smallTalkCard(kind: SmallTalk, context: ViewContext, { open }: SmallTalkFacts = {}): Card {
  const { talk, buttons } = context.words;
  if (kind !== 'status') {
    return {
      blocks: [paragraph(saying(kind, context))],
      buttons: [newIssueButton(context.words)],
      isOverhearable: true,
    };
  }
  const lines = open?.lines.slice(0, longestAnswer) ?? [];
  const total = open?.total ?? 0;
  const answer: Block = paragraph(total === 0 ? talk.noneOpen : talk.open(total));
  const all = total > lines.length ? [listButton(buttons.showAll(total), listIds.mine, 0)] : [];
  return {
    blocks: [answer, ...lines.map((line) => ticketRow(line, context))],
    buttons: [...all, newIssueButton(context.words)],
  };
}

function saying(kind: Exclude<SmallTalk, 'status'>, { words: { talk, triage } }: ViewContext): string {
  return kind === 'praise' || kind === 'outOfScope' ? triage[kind] : talk[kind];
}

const longestAnswer = 5;
