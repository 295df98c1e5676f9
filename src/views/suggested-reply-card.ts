import type { Block, Card } from '../chat/card.ts';
import type { DraftSource } from '../help/reply-drafter.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Spoken } from '../triage/assistant.ts';
import { summaryOf } from './card-summary.ts';
import { editDraftButton, suggestButton, useButton } from './help-buttons.ts';
import { spokenLine } from './spoken-line.ts';
import { oneLine, paragraph, quiet, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface SuggestedReply {
  readonly id: string;
  /** What would be sent, every character of it. */
  readonly text: string;
  readonly spoken: Spoken;
  readonly sources: readonly DraftSource[];
  /** Words that came in after it was made. */
  readonly saidSince?: string;
}

/** For one agent: a reply as it could be, from whom it is, and what can be done with it. */
export function suggestedReplyCard(ticket: Ticket, draft: SuggestedReply, context: ViewContext): Card {
  const { words, person } = context;
  const { help } = words;
  const sources = draft.sources.map((source) => sourceText(source, context)).join(', ');
  const since: readonly Block[] =
    draft.saidSince === undefined
      ? []
      : [paragraph(help.saidSince(ticket.key)), ...quote(oneLine(draft.saidSince, longestSince))];
  return {
    blocks: [
      ...since,
      paragraph(help.draft(ticket.key, person(ticket.requester))),
      ...quote(draft.text),
      ...(sources ? [quiet(draft.spoken.by === 'local' ? help.draftSource(sources) : help.draftGiven(sources))] : []),
      spokenLine(draft.spoken, context),
    ],
    buttons: [useButton(ticket.key, draft.id, words), editDraftButton(ticket.key, draft.id, words)],
    ...summaryOf(ticket, context),
  };
}

/** For one agent: nobody has solved the like, and no article tells how. */
export function nothingToSuggestCard(ticket: Ticket, spoken: Spoken, context: ViewContext): Card {
  return {
    blocks: [paragraph(context.words.help.nothing(ticket.key)), spokenLine(spoken, context)],
    ...summaryOf(ticket, context),
  };
}

/** Suggestions are kept for two days. */
export function suggestionGoneCard(ticket: Ticket, context: ViewContext): Card {
  const { words } = context;
  return {
    blocks: [paragraph(words.help.draftGone(ticket.key))],
    buttons: [suggestButton(ticket.key, words)],
    ...summaryOf(ticket, context),
  };
}

function sourceText(source: DraftSource, { words }: ViewContext): string {
  return 'ticket' in source
    ? `${source.ticket} ${oneLine(source.title, longestTitle)}`
    : words.help.articleSource(oneLine(source.article, longestTitle));
}

const longestSince = 500;
const longestTitle = 80;
