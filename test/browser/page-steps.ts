import type { Locator, Page } from 'playwright-core';

/** A button by all the words on it. */
export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** Opens one of the two apps, and waits until it is there. */
export async function openApp(page: Page, app: 'Slack' | 'Teams'): Promise<void> {
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('button', { name: app }).click();
  await page.locator(`.in-${app.toLowerCase()} > main[aria-label]`).waitFor();
}

/** Acts as somebody, on both platforms. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).click({ force: true });
  await page.locator('.person:has(:checked)', { hasText: name }).waitFor();
}

/** By how many pixels the page is wider than the window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

/** Presses Tab until a button has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The button cannot be reached with Tab.');
}
