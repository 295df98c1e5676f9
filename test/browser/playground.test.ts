import { beforeEach, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Opened, onPage, patientMs } from './on-page.ts';
import { actAs, sidewaysOverflow, tabTo } from './page-steps.ts';

onPage('the playground page', (opened) => {
  let desk: Opened['desk'];
  let page: Page;
  let faults: readonly string[];
  beforeEach(() => {
    ({ desk, page, faults } = opened());
  });

  const thread = () => page.getByRole('region', { name: 'Thread' });
  const composer = () => page.getByRole('combobox', { name: /^Message/ });
  const button = (name: string, within: Page | Locator = page) => within.getByRole('button', { name, exact: true });
  const happened = () => page.getByRole('region', { name: 'What happened' });

  async function raise(words: string): Promise<void> {
    await composer().fill(words);
    await composer().press('Enter');
    await thread().getByText(`INC-1 ${words}`).waitFor();
  }

  async function fillForm(words: string, send: string): Promise<void> {
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').first().fill(words);
    await button(send, form).click();
    await form.waitFor({ state: 'detached' });
  }

  it(
    'lives a whole ticket: raised, claimed, answered, resolved, confirmed',
    async () => {
      await button('Write as Dana').click();
      await composer().press('Enter');
      await thread().getByText('State: new').waitFor();

      await button('Switch to Ben').click();
      await button('Claim').click();
      await button('Take back').waitFor();
      await button('Reply').click();
      await fillForm('Restarting the gateway now.', 'Send');
      await button('Resolve').click();
      await fillForm('The gateway is up again.', 'Resolve');

      await button('Switch to Dana').click();
      await page.getByText(/replies$/).click();
      await thread().getByText('Restarting the gateway now.').waitFor();
      // It stands on the question, and on the card as soon as that is drawn anew.
      await button("It's fixed", thread()).last().click();
      await thread().getByText('State: closed').waitFor();

      await page.getByText('You have seen a ticket’s whole life').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'tells what happened: who, which flow, which ticket, how long, and each call',
    async () => {
      await raise('The printer is on fire');

      const entry = happened().locator('details').filter({ hasText: 'Dana wrote to the desk' });
      await entry.getByText('INC-1').waitFor();
      await entry.locator('summary').click();

      await entry.getByText('chat.postMessage').first().waitFor();
      expect(await entry.locator('summary').textContent()).toMatch(
        /hearMessage[\s\S]*INC-1[\s\S]*[\d.]+ ms[\s\S]*done[\s\S]*\d calls/,
      );
      expect(await entry.locator('tbody tr').first().locator('td').allTextContents()).toEqual([
        expect.stringMatching(/^[a-z]+\.[a-zA-Z]+$/),
        expect.stringMatching(/^[\d.]+ ms$/),
        '200',
      ]);
    },
    patientMs,
  );

  it(
    'claims by the keyboard alone',
    async () => {
      await raise('The VPN is down');
      await page.getByRole('radio', { name: /Dana/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.getByText('agent · IT support').waitFor();
      await tabTo(page, page.getByRole('button', { name: /^it-triage/ }));
      await page.keyboard.press('Enter');
      await page.getByRole('main', { name: '#it-triage' }).waitFor();
      await tabTo(page, button('Claim'));
      await page.keyboard.press('Enter');

      await button('Take back').waitFor();
      expect(await page.getByText('Assignee: @Ben Okafor').count()).toBe(1);
    },
    patientMs,
  );

  it(
    'closes a form with Esc and says beside the field what is missing',
    async () => {
      await raise('The VPN is down');
      await button('Switch to Ben').click();
      await button('Resolve').click();
      const form = page.getByRole('dialog', { name: /Resolve/ });
      await button('Resolve', form).click();
      await form.getByText('Please fill this in.').waitFor();
      expect(await form.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');

      await page.keyboard.press('Escape');

      await form.waitFor({ state: 'detached' });
      expect(desk.playground.workspace.views('ben')).toEqual([]);
    },
    patientMs,
  );

  it(
    'shows a whisper to the one it is for, and to nobody else',
    async () => {
      await raise('The VPN is down');
      await button('Switch to Ben').click();
      await button('Claim').click();
      await button('Take back').waitFor();
      await page.getByRole('article').first().hover();
      await button('Reply in thread').first().click();
      await page.getByRole('combobox', { name: /^Reply/ }).fill('It is the gateway again');
      await page.getByRole('combobox', { name: /^Reply/ }).press('Enter');
      await button('Send to Dana', thread()).waitFor();
      expect(await thread().getByText('Only visible to you').count()).toBe(1);

      await actAs(page, 'Cem');

      await thread().getByText('It is the gateway again').waitFor();
      expect(await page.getByText('Send to Dana').count()).toBe(0);
    },
    patientMs,
  );

  it(
    'shows what people type as they typed it, however long, and completes mentions',
    async () => {
      await button('general').click();
      const nasty = '<img src=x onerror="document.title=\'pwned\'"> <!channel> ' + 'w'.repeat(500);
      await composer().fill(nasty);
      await composer().press('Enter');
      await page.getByText('<img src=x', { exact: false }).first().waitFor();
      await composer().pressSequentially('hello @be');
      await page.getByRole('option', { name: /Ben Okafor/ }).waitFor();
      await composer().press('Enter');
      await composer().press('Enter');

      await page.locator('.mention', { hasText: '@Ben Okafor' }).waitFor();
      expect(await page.title()).toBe('Deskhand playground');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'takes /desk as a command and draws App Home',
    async () => {
      await composer().fill('/desk help');
      await composer().press('Enter');
      await page.getByText('Only visible to you').waitFor();
      await button('App Home').click();
      await page.getByTestId('home').getByText('My issues').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'fits a phone: one pane at a time, a bar at the bottom, nothing cut off',
    async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await button('Write as Dana').click();
      await composer().press('Enter');
      await page.getByText('1 reply').click();
      await thread().getByText('State: new').waitFor();
      expect(await composer().isVisible()).toBe(false);
      expect(await sidewaysOverflow(page)).toBe(0);

      await button('Switch to Ben').click();
      await button('Claim').click();
      await button('Take back').waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      await button('What happened').click();
      await happened().getByText('ticket.claim').waitFor();
      expect(await page.getByRole('main').isVisible()).toBe(false);
    },
    patientMs,
  );
});
