import type { Button, Card } from '../chat/card.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { Words } from '../words/words.ts';

type Talked = Pick<Ticket, 'key' | 'history' | 'status'>;

export function suggestButton(key: string, { help }: Words): Button {
  return { label: help.suggest, action: 'help.suggest', value: key };
}

function summaryButton(key: string, { help }: Words): Button {
  return { label: help.summary, action: 'help.summary', value: key };
}

/** Sends a suggestion as it is shown. */
export function useButton(key: string, draft: string, { help }: Words): Button {
  return { label: help.use, action: 'help.use', value: `${key} ${draft}`, style: 'primary' };
}

/** Opens the form for a reply with the suggestion in it. */
export function editDraftButton(key: string, draft: string, { help }: Words): Button {
  return { label: help.edit, action: 'help.edit', value: `${key} ${draft}`, opensForm: true };
}

/** A summary is offered at first sight when much was said, else among what is rare. */
export function summaryOffer(ticket: Talked, words: Words): Required<Pick<Card, 'buttons' | 'more'>> {
  if (!isOpen(ticket)) return { buttons: [], more: [] };
  const offer = [summaryButton(ticket.key, words)];
  return isLongTalk(ticket) ? { buttons: offer, more: [] } : { buttons: [], more: offer };
}

/** The words that raised it are the first. */
function isLongTalk({ history }: Talked): boolean {
  return 1 + history.filter(({ move }) => move === 'reply' || move === 'hear').length >= longTalk;
}

const longTalk = 8;
