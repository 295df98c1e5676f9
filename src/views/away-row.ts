import type { Button, Card, RowBlock } from '../chat/card.ts';
import { dateSpan } from './dates.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** On the home page of whoever works on tickets: whether they are away, and how to change that. */
export function awayRow(until: Date | undefined, context: ViewContext): RowBlock {
  const { duty } = context.words;
  if (!until) return { kind: 'row', text: duty.goingAway, button: awayButton(context) };
  return { kind: 'row', text: duty.youAreAway(dateSpan(until, 'dateTime', context)), button: backButton(context) };
}

/** Somebody has just gone away. */
export function awayCard(until: Date, context: ViewContext): Card {
  const text = context.words.duty.youAreAway(dateSpan(until, 'dateTime', context));
  return { blocks: [paragraph(text)], buttons: [backButton(context)], isOverhearable: true };
}

/** Asks until when, where no form can be opened or the date was not understood. */
export function awayQuestion(command: string, context: ViewContext): Card {
  const { howToSay } = context.words.duty;
  return { blocks: [paragraph(howToSay(command))], buttons: [awayButton(context)], isOverhearable: true };
}

function awayButton({ words }: ViewContext): Button {
  return { label: words.duty.buttons.away, action: 'duty.away', value: 'away', opensForm: true };
}

function backButton({ words }: ViewContext): Button {
  return { label: words.duty.buttons.back, action: 'duty.back', value: 'back' };
}
