import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { buildPageIfStale } from './build-page.ts';
import { actAs, button, openApp, sidewaysOverflow } from './page-steps.ts';
import { chromiumPath, startChromium } from './start-chromium.ts';
import { type RunningPlayground, startPlayground } from './start-playground.ts';

const chromium = chromiumPath();
if (!chromium) console.warn('SKIPPED: the browser tests need chromium (apt-get install chromium, or set CHROMIUM).');
const inBrowser = chromium ? describe : describe.skip;

const patientMs = 60_000;

inBrowser('Teams on the playground page', () => {
  let browser: BrowserContext;
  let desk: RunningPlayground;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    buildPageIfStale();
    browser = await startChromium(chromium ?? '');
  }, patientMs);
  afterAll(() => browser.close());

  beforeEach(async () => {
    desk = await startPlayground();
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    await page.goto(desk.url);
    await openApp(page, 'Teams');
  }, patientMs);
  afterEach(async () => {
    await page.close();
    await desk.stop();
  });

  const chat = () => page.getByRole('log', { name: 'Messages with Deskhand' });
  const posts = (channel: string) => page.getByRole('log', { name: `Posts in ${channel}` });
  const composer = () => page.getByRole('combobox', { name: /^(Message|Post)/ });
  const form = () => page.getByRole('dialog');

  async function say(words: string): Promise<void> {
    await composer().fill(words);
    await composer().press('Enter');
  }

  async function raise(words: string): Promise<void> {
    await say(words);
    await chat().getByText(`INC-1 ${words}`).waitFor();
  }

  async function fillForm(label: string, words: string, send: string): Promise<void> {
    await form().getByLabel(label).fill(words);
    await button(form(), send).click();
    await form().waitFor({ state: 'detached' });
  }

  it(
    'lives a ticket across both apps: raised in Teams, worked in Slack, confirmed in Teams',
    async () => {
      await raise('VPN is down, I cannot work');

      await openApp(page, 'Slack');
      await actAs(page, 'Ben');
      await page.getByRole('button', { name: /^it-triage/ }).click();
      await button(page, 'Claim').click();
      await button(page, 'Take back').waitFor();
      await button(page, 'Reply').click();
      await fillForm('Reply', 'Restarting the gateway now.', 'Send');

      await openApp(page, 'Teams');
      await actAs(page, 'Dana');
      await chat().getByText('Ben Okafor is working on it').waitFor();
      await chat().getByText('Restarting the gateway now.').waitFor();

      await openApp(page, 'Slack');
      await actAs(page, 'Ben');
      await page.getByRole('button', { name: /^it-triage/ }).click();
      await button(page, 'Resolve').click();
      await fillForm('Note', 'The gateway is up again.', 'Resolve');

      await openApp(page, 'Teams');
      await actAs(page, 'Dana');
      await button(chat(), "It's fixed").last().click();
      await chat().getByText('closed', { exact: true }).waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(faults).toEqual([]);
    },
    patientMs,
  );
});
