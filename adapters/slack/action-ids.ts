import type { Button } from '../../src/chat/card.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';

/** What was clicked: the action and what it is about. */
export interface Choice {
  readonly action: string;
  readonly value: string;
}

/** A button's `action_id`: the action, and a number that makes it unique in its message. */
export function buttonId(action: string, at: number): string {
  return `${action}:${at}`;
}

/**
 * A menu's `action_id`, which lists the actions behind it: an option's own value has room for 150 characters only.
 * @param at makes it unique in its message
 */
export function menuId(buttons: readonly Button[], at: number): string {
  return `${menu}${at}:${buttons.map((button) => button.action).join(',')}`;
}

/** An option's value: which of the menu's actions, and what it is about. */
export function optionValue(at: number, value: string): string {
  return `${at}|${value}`;
}

/** Reads what the three above wrote, from the element of a `block_actions` payload. */
export function readChoice(element: Payload): Choice | undefined {
  const id = word(element, 'action_id');
  if (id === undefined) return undefined;
  if (!id.startsWith(menu)) return { action: id.split(':')[0] ?? '', value: word(element, 'value') ?? '' };
  const chosen = word(part(element, 'selected_option'), 'value') ?? '';
  const bar = chosen.indexOf('|');
  const action = id.slice(id.indexOf(':', menu.length) + 1).split(',')[Number(chosen.slice(0, bar))];
  return action === undefined || bar < 1 ? undefined : { action, value: chosen.slice(bar + 1) };
}

const menu = 'more:';
