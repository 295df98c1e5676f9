import type { Button, Card } from '../../src/chat/card.ts';
import { cut } from '../../src/chat/plain-text.ts';
import type { Action, ActionSet } from './elements.ts';
import { escapeMarkdown, printable } from './escape.ts';

/**
 * A card's buttons: six stand in a row, further ones in further rows, rarer ones behind a menu.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference (6 actions)
 */
export function actionRows({ buttons = [], more = [] }: Pick<Card, 'buttons' | 'more'>): ActionSet[] {
  const shown = fitting(buttons.slice(0, most).map(action), mostCharacters);
  const rare = fitting(more.slice(0, mostRare).map(secondary), mostCharacters / 3);
  const rows: Action[][] = [];
  for (let at = 0; at < shown.length; at += rowLength) rows.push(shown.slice(at, at + rowLength));
  const last = rows.at(-1);
  if (last && last.length + rare.length <= rowLength) last.push(...rare);
  else for (let at = 0; at < rare.length; at += rowLength) rows.push(rare.slice(at, at + rowLength));
  return rows.map((actions) => ({ type: 'ActionSet', actions }));
}

/** A button beside a line of a list. */
export function action(button: Button): Action {
  const face = { title: label(button.label, 75), ...style(button) };
  const { confirm } = button;
  if (confirm === undefined) return { ...pressed(button), ...face };
  const title = {
    type: 'TextBlock',
    text: escapeMarkdown(label(confirm.title, 100)),
    weight: 'bolder',
    wrap: true,
  } as const;
  const text = { type: 'TextBlock', text: escapeMarkdown(label(confirm.text, 300)), wrap: true } as const;
  const yes = { ...pressed(button), title: label(confirm.yes, 40), ...style(button) };
  return { type: 'Action.ShowCard', ...face, card: { type: 'AdaptiveCard', body: [title, text], actions: [yes] } };
}

/** Teams shows a button without a word as nothing at all. */
export function label(text: string, room: number): string {
  return cut(printable(text).replace(/\s+/g, ' ').trim(), room) || '…';
}

const rowLength = 6;
const most = 24;
const mostRare = 12;
const mostCharacters = 9000;

/** A form must be asked for by its own kind of click: only the answer to `task/fetch` can show one. */
function pressed({ action, value, opensForm }: Button) {
  const data = { action, value: value.slice(0, 500).toWellFormed() };
  return opensForm
    ? ({ type: 'Action.Submit', data: { ...data, msteams: { type: 'task/fetch' } } } as const)
    : ({ type: 'Action.Execute', verb: action, data } as const);
}

function secondary(button: Button): Action {
  return { ...action(button), mode: 'secondary' };
}

function style({ style }: Button): { style?: 'positive' | 'destructive' } {
  if (style === undefined) return {};
  return { style: style === 'primary' ? 'positive' : 'destructive' };
}

function fitting(actions: readonly Action[], room: number): Action[] {
  let left = room;
  return actions.filter((each) => {
    left -= JSON.stringify(each).length;
    return left >= 0;
  });
}
