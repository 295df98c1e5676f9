import type { ActionsBlock, Button as ButtonElement, ConfirmationDialog, Overflow } from '@slack/types';
import type { Button, Card } from '../../src/chat/card.ts';
import { buttonId, menuId, optionValue } from './action-ids.ts';
import { plainLabel } from './small-text.ts';

/** Gives each element of one message its own number: Slack wants its action ids unique. */
export type Count = () => number;

export function counter(): Count {
  let at = 0;
  return () => at++;
}

/**
 * A card's buttons in rows of five, its rarer ones in menus at the end. A rare button that asks first stays a button,
 * because a menu can only ask for all of its entries alike.
 * Source: https://docs.slack.dev/reference/block-kit/blocks/actions-block
 */
export function actionRows(card: Pick<Card, 'buttons' | 'more'>, count: Count): ActionsBlock[] {
  const rare = card.more ?? [];
  const inMenu = rare.filter((button) => button.confirm === undefined).slice(0, menuLength * mostMenus);
  const asButtons = [...(card.buttons ?? []), ...rare.filter((button) => !inMenu.includes(button))];
  const menus = inRows(inMenu, menuLength);
  const elements: (ButtonElement | Overflow)[] = asButtons
    .slice(0, most - menus.length)
    .map((button) => buttonElement(button, count));
  elements.push(...menus.map((menu) => menuElement(menu, count)));
  return inRows(elements, rowLength).map((row) => ({ type: 'actions', elements: [...row] }));
}

export function buttonElement(button: Button, count: Count): ButtonElement {
  const value = button.value.slice(0, 2000).toWellFormed();
  return {
    type: 'button',
    action_id: buttonId(button.action, count()),
    text: plainLabel(button.label, 75),
    ...(value && { value }),
    ...(button.style && { style: button.style }),
    ...(button.confirm && { confirm: confirmDialog(button.confirm, button.style) }),
  };
}

const most = 25;
const rowLength = 5;
const menuLength = 5;
const mostMenus = 2;

function menuElement(buttons: readonly Button[], count: Count): Overflow {
  return {
    type: 'overflow',
    action_id: menuId(buttons, count()),
    options: buttons.map((button, at) => ({
      text: plainLabel(button.label, 75),
      value: optionValue(at, button.value).slice(0, 150).toWellFormed(),
    })),
  };
}

function confirmDialog(confirm: NonNullable<Button['confirm']>, style: Button['style']): ConfirmationDialog {
  return {
    title: plainLabel(confirm.title, 100),
    text: plainLabel(confirm.text, 300),
    confirm: plainLabel(confirm.yes, 30),
    deny: plainLabel(confirm.no, 30),
    ...(style && { style }),
  };
}

function inRows<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / length) }, (_, row) =>
    all.slice(row * length, (row + 1) * length),
  );
}
