import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move the focus among an element's buttons. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const item = items.at(next % items.length);
  if (item instanceof HTMLElement) item.focus();
}
