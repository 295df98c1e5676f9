import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { buildPageIfStale } from './build-page.ts';
import { chromiumPath, startChromium } from './start-chromium.ts';
import { type RunningPlayground, startPlayground } from './start-playground.ts';

/** How long a story in a browser may take, in milliseconds. */
export const patientMs = 60_000;

/** A page that has just been opened, on a desk of its own. */
export interface Opened {
  readonly desk: RunningPlayground;
  readonly page: Page;
  /** What went wrong in the page itself. */
  readonly faults: readonly string[];
}

const chromium = chromiumPath();
if (!chromium) console.warn('SKIPPED: the browser tests need chromium (apt-get install chromium, or set CHROMIUM).');

/** Stories that are told in a real browser; without one they are skipped, and that is said. */
export function onPage(name: string, stories: (opened: () => Opened) => void): void {
  const inBrowser = chromium ? describe : describe.skip;
  inBrowser(name, () => {
    let browser: BrowserContext;
    let current: Opened;
    beforeAll(async () => {
      buildPageIfStale();
      browser = await startChromium(chromium ?? '');
    }, patientMs);
    afterAll(() => browser.close());
    beforeEach(async () => {
      current = await open(browser);
    }, patientMs);
    afterEach(async () => {
      await current.page.close();
      await current.desk.stop();
    });
    stories(() => current);
  });
}

async function open(browser: BrowserContext): Promise<Opened> {
  const desk = await startPlayground();
  const page = await browser.newPage();
  const faults: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(desk.url);
  return { desk, page, faults };
}
