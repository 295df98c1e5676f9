/** Takes the README's pictures of the playground: `npx tsx scripts/screenshots.ts`. Needs chromium and a font with emoji. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildPageIfStale } from '../test/browser/build-page.ts';
import { chromiumPath, startChromium } from '../test/browser/start-chromium.ts';
import { startPlayground } from '../test/browser/start-playground.ts';

const folder = 'docs/images';

const chromium = chromiumPath();
if (!chromium) throw new Error('There is no chromium here. Install it, or name it in CHROMIUM.');
mkdirSync(folder, { recursive: true });
buildPageIfStale();
const desk = await startPlayground();
const browser = await startChromium(chromium);
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(desk.url);
  await raise(page);
  await work(page);
  await page.mouse.move(640, 82);
  await page.screenshot({ path: `${folder}/playground-desktop.png` });
  await solve(page);
  await page.mouse.move(195, 800);
  await page.screenshot({ path: `${folder}/playground-phone.png` });
} finally {
  await browser.close();
  await desk.stop();
}

async function raise(page: Page): Promise<void> {
  const { workspace } = desk.playground;
  await page.getByRole('button', { name: 'Write as Dana' }).click();
  const composer = page.getByRole('combobox', { name: /^Message/ });
  await composer.fill('The VPN is down since this morning and I can’t work');
  await composer.press('Enter');
  await page.getByRole('region', { name: 'Thread' }).getByText('State: new').waitFor();
  await workspace.says('eve', '#help-it', 'The printer on floor 2 eats every second page');
  await workspace.until((slack) => slack.messages('#it-triage').length === 2);
}

async function work(page: Page): Promise<void> {
  const { workspace } = desk.playground;
  const first = workspace.messages('#it-triage')[0];
  if (!first) throw new Error('The first card is missing.');
  await page.getByRole('button', { name: 'Switch to Ben' }).click();
  await page.getByRole('button', { name: 'Claim' }).first().click();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  await page.getByRole('button', { name: 'Reply', exact: true }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').fill('I am on it: the gateway needs a restart. Ten minutes.');
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('1 reply').click();
  const reply = page.getByRole('combobox', { name: /^Reply/ });
  await reply.fill('Same gateway as last week, we should look at its memory');
  await reply.press('Enter');
  await page.getByRole('button', { name: 'Send to Dana' }).waitFor();
  await reply.blur();
  await page.getByRole('log', { name: 'Messages in #it-triage' }).evaluate((list) => list.scrollTo({ top: 0 }));
  await page.getByRole('region', { name: 'What happened' }).locator('summary').filter({ hasText: 'Claim' }).click();
}

async function solve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the thread' }).click();
  await page.getByRole('button', { name: 'Resolve', exact: true }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').fill('Restarted the gateway; it has more memory now.');
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Switch to Dana' }).click();
  await page.getByText(/replies$/).click();
  await page.getByRole('button', { name: "It's fixed" }).last().waitFor();
  await page.getByText('State: resolved').waitFor();
}
