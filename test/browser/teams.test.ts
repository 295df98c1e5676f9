import { expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { onPage, patientMs } from './on-page.ts';
import { actAs, button, openApp, sidewaysOverflow, tabTo } from './page-steps.ts';
import { teamsSteps } from './teams-steps.ts';

onPage('Teams on the playground page', (opened) => {
  it(
    'lives a ticket across both apps: raised in Teams, worked in Slack, confirmed in Teams',
    async () => {
      const { page, faults } = opened();
      const { chat, raise, fillForm } = teamsSteps(page);
      await openApp(page, 'Teams');
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
      await chat.getByText('Ben Okafor is working on it').waitFor();
      await chat.getByText('Restarting the gateway now.').waitFor();

      await openApp(page, 'Slack');
      await actAs(page, 'Ben');
      await page.getByRole('button', { name: /^it-triage/ }).click();
      await button(page, 'Resolve').click();
      await fillForm('Note', 'The gateway is up again.', 'Resolve');

      await openApp(page, 'Teams');
      await actAs(page, 'Dana');
      await button(chat, "It's fixed").last().click();
      await chat.getByText('closed', { exact: true }).waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'says beside the field what is wrong in a form, and closes it with Esc',
    async () => {
      const { page, faults, desk } = opened();
      const { form } = teamsSteps(page);
      await openApp(page, 'Teams');
      await button(page, '+ New issue').click();
      await button(form, 'Raise').click();
      const field = form.getByLabel('What is the matter?');
      const error = form.getByText('⚠ What is the matter?');
      await error.waitFor();
      expect(await isBelow(error, field)).toBe(true);
      expect(await field.and(page.locator(':focus')).count()).toBe(1);

      await page.keyboard.press('Escape');

      await form.waitFor({ state: 'detached' });
      expect(desk.playground.tenant.task('dana')).toBeUndefined();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'shows what the desk itself finds wrong in a form, with what was typed still there',
    async () => {
      const { page } = opened();
      const { posts, form, openTriageOfWifi } = teamsSteps(page);
      await openTriageOfWifi();
      await button(posts('Triage'), 'Claim').click();
      await button(posts('Triage'), 'Take back').waitFor();
      await button(posts('Triage'), 'Hold').click();
      await form.getByLabel('Note').fill('We wait for the weekend.');
      await form.getByLabel('Until').fill('some day');
      await button(form, 'Hold').click();

      const problem = form.getByText('Write the date as 2026-05-31 14:00.');
      await problem.waitFor();
      expect(await isBelow(problem, form.getByText('Only when it is scheduled'))).toBe(true);
      expect(await form.getByLabel('Note').inputValue()).toBe('We wait for the weekend.');
      expect(await form.getByLabel('Until').inputValue()).toBe('some day');
    },
    patientMs,
  );

  it(
    'works a ticket of a team that has its triage in Teams, by cards that are redrawn in their place',
    async () => {
      const { page, faults } = opened();
      const { posts, say, openPlace } = teamsSteps(page);
      await openApp(page, 'Teams');
      await openPlace('IT help');
      await say('The Wi-Fi on floor 3 is gone');
      await posts('IT help').getByText('INC-1 The Wi-Fi on floor 3 is gone').waitFor();

      await actAs(page, 'Nia');
      await openPlace('Triage');
      await button(posts('Triage'), 'Claim').click();
      await button(posts('Triage'), 'Take back').waitFor();
      await posts('Triage').locator('.teams-mention', { hasText: 'Nia Adeyemi' }).waitFor();
      expect(await posts('Triage').getByRole('article').count()).toBe(1);

      await posts('Triage').getByText('Open the message').click();
      await posts('IT help').locator('.shown', { hasText: 'The Wi-Fi on floor 3 is gone' }).waitFor();
      await posts('IT help').getByText('Nia Adeyemi is working on it').waitFor();
      await button(posts('IT help'), 'Reply').click();
      const reply = page.getByRole('combobox', { name: 'Reply as Nia' });
      await reply.and(page.locator(':focus')).waitFor();
      await reply.fill('Which room?');
      await reply.press('Enter');
      await posts('IT help').getByText('Which room?').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'assigns to somebody whom a people picker offers, by the keyboard alone',
    async () => {
      const { page, faults } = opened();
      const { posts, form, openTriageOfWifi } = teamsSteps(page);
      await openTriageOfWifi();
      const assign = button(posts('Triage'), 'Assign');
      await assign.waitFor();
      await tabTo(page, assign);
      await page.keyboard.press('Enter');
      await form.getByLabel('Person').selectOption('Omar Haddad');
      await tabTo(page, button(form, 'Assign'));
      await page.keyboard.press('Enter');

      await form.waitFor({ state: 'detached' });
      await posts('Triage').locator('.teams-mention', { hasText: 'Omar Haddad' }).waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'asks again before it cancels, by a card within the card',
    async () => {
      const { page, faults } = opened();
      const { chat, raise } = teamsSteps(page);
      await openApp(page, 'Teams');
      await raise('The VPN is down');
      await button(chat, 'Cancel').click();
      await chat.getByText('Cancel INC-1?').waitFor();
      await button(chat, 'Cancel it').click();
      await chat.getByText('cancelled', { exact: true }).waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'fits a phone: one pane at a time, both apps at the top, nothing cut off',
    async () => {
      const { page, faults } = opened();
      const { chat, composer, raise, fillForm, openPlace } = teamsSteps(page);
      await openApp(page, 'Teams');
      await page.setViewportSize({ width: 390, height: 844 });
      await raise('The VPN is down');
      expect(await sidewaysOverflow(page)).toBe(0);

      await openApp(page, 'Slack');
      await actAs(page, 'Ben');
      await button(page, 'Channels').click();
      await page.getByRole('button', { name: /^it-triage/ }).click();
      await button(page, 'Claim').click();
      await button(page, 'Take back').waitFor();
      await button(page, 'Resolve').click();
      await fillForm('Note', 'The gateway is up again.', 'Resolve');

      await openApp(page, 'Teams');
      await actAs(page, 'Dana');
      await button(chat, "It's fixed").last().click();
      await chat.getByText('closed', { exact: true }).waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      await button(page, 'Chats').click();
      await openPlace('IT help');
      await composer.waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      await button(page, 'What happened').click();
      await page.getByRole('region', { name: 'What happened' }).getByText('ticket.confirm').waitFor();
      expect(await page.getByRole('main').isVisible()).toBe(false);
      expect(faults).toEqual([]);
    },
    patientMs,
  );
});

/** Whether one thing stands right under another, at most a line away. */
async function isBelow(lower: Locator, upper: Locator): Promise<boolean> {
  const [below, above] = await Promise.all([lower.boundingBox(), upper.boundingBox()]);
  if (!below || !above) return false;
  const gap = below.y - (above.y + above.height);
  return gap >= -1 && gap < 24;
}
