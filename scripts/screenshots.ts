/** Takes the README's pictures of the playground: `npx tsx scripts/screenshots.ts`. Needs chromium and a font with emoji. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildPageIfStale } from '../test/browser/build-page.ts';
import { actAs, button, openApp } from '../test/browser/page-steps.ts';
import { chromiumPath, startChromium } from '../test/browser/start-chromium.ts';
import { startPlayground } from '../test/browser/start-playground.ts';
import { teamsSteps } from '../test/browser/teams-steps.ts';

const folder = 'docs/images';
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const found = chromiumPath();
if (!found) throw new Error('There is no chromium here. Install it, or name it in CHROMIUM.');
const chromium = found;
mkdirSync(folder, { recursive: true });
buildPageIfStale();
await pictures(inSlack);
await pictures(inTeams);

type Desk = Awaited<ReturnType<typeof startPlayground>>;

/** Each story has a desk and a browser of its own. */
async function pictures(story: (page: Page, desk: Desk) => Promise<void>): Promise<void> {
  const desk = await startPlayground();
  const browser = await startChromium(chromium);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.setViewportSize(desktop);
    await page.goto(desk.url);
    await story(page, desk);
  } finally {
    await browser.close();
    await desk.stop();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(1279, 799);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function inSlack(page: Page, desk: Desk): Promise<void> {
  const { workspace } = desk.playground;
  await button(page, 'Write as Dana').click();
  const composer = page.getByRole('combobox', { name: /^Message/ });
  await composer.fill('The VPN is down since this morning and I can’t work');
  await composer.press('Enter');
  await page.getByRole('region', { name: 'Thread' }).getByText('State: new').waitFor();
  await workspace.says('eve', '#help-it', 'The printer on floor 2 eats every second page');
  await workspace.until((slack) => slack.messages('#it-triage').length === 2);
  await workInSlack(page);
  await picture(page, 'playground-desktop');
  await button(page, 'Close the thread').click();
  await button(page, 'Resolve').first().click();
  await fillForm(page, 'Restarted the gateway; it has more memory now.');
  await page.setViewportSize(phone);
  await button(page, 'Switch to Dana').click();
  await page.getByText(/replies$/).click();
  await button(page, "It's fixed").last().waitFor();
  await page.getByText('State: resolved').waitFor();
  await picture(page, 'playground-phone');
}

async function workInSlack(page: Page): Promise<void> {
  await button(page, 'Switch to Ben').click();
  await button(page, 'Claim').first().click();
  await button(page, 'Take back').waitFor();
  await button(page, 'Reply').first().click();
  await fillForm(page, 'I am on it: the gateway needs a restart. Ten minutes.');
  await page.getByText('1 reply').click();
  const reply = page.getByRole('combobox', { name: /^Reply/ });
  await reply.fill('Same gateway as last week, we should look at its memory');
  await reply.press('Enter');
  await button(page, 'Send to Dana').waitFor();
  await reply.blur();
  await page.getByRole('log', { name: 'Messages in #it-triage' }).evaluate((list) => list.scrollTo({ top: 0 }));
  await page.getByRole('region', { name: 'What happened' }).locator('summary').filter({ hasText: 'Claim' }).click();
}

async function inTeams(page: Page): Promise<void> {
  const { chat, composer, raise, pick, say } = teamsSteps(page);
  await openApp(page, 'Teams');
  await raise('The VPN is down and I can’t work');
  await button(page, 'Switch to Ben').click();
  await button(page, 'Claim').click();
  await button(page, 'Take back').waitFor();
  await button(page, 'Reply').click();
  await fillForm(page, 'I am on it: the gateway needs a restart. Ten minutes.');
  await openApp(page, 'Teams');
  await actAs(page, 'Dana');
  const answer = chat.getByRole('article').filter({ hasText: 'Ten minutes' });
  await answer.waitFor();
  await answer.hover();
  await answer.getByRole('button', { name: 'Like' }).click();
  await pick(answer, 'Reply');
  await say('Thank you, I will wait');
  await chat.locator('.quote').waitFor();
  await composer.blur();
  await page.getByRole('region', { name: 'What happened' }).locator('summary').filter({ hasText: 'Claim' }).click();
  await picture(page, 'playground-teams');
  // Back to where Ben was in Slack.
  await actAs(page, 'Ben');
  await openApp(page, 'Slack');
  await button(page, 'Resolve').click();
  await fillForm(page, 'Restarted the gateway; it has more memory now.');
  await page.setViewportSize(phone);
  await openApp(page, 'Teams');
  await actAs(page, 'Dana');
  await button(chat, "It's fixed").last().waitFor();
  await chat.getByText('resolved', { exact: true }).waitFor();
  await picture(page, 'playground-teams-phone');
}

/** Fills in the one text of the open form and sends it. */
async function fillForm(page: Page, words: string): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').first().fill(words);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}
