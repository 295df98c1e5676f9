import { expect, it } from '@jest/globals';
import { onPage, patientMs } from './on-page.ts';
import { actAs, button, openApp, sidewaysOverflow } from './page-steps.ts';
import { teamsSteps } from './teams-steps.ts';

onPage('talking in Teams on the playground page', (opened) => {
  it(
    'has one’s own words edited, answered with a quote, reacted to, taken back and put back',
    async () => {
      const { page, faults } = opened();
      const { chat, say, raise, pick } = teamsSteps(page);
      await openApp(page, 'Teams');
      await raise('The VPN is down');
      const own = chat.getByRole('article', { name: /^Dana/ }).first();
      await pick(own, 'Edit');
      await page.getByRole('textbox', { name: 'Edit your message' }).fill('The VPN is down <again>');
      await page.keyboard.press('Enter');
      await own.getByText('The VPN is down <again>').waitFor();
      await own.getByText('Edited').waitFor();
      await own.hover();
      await own.getByRole('button', { name: 'Heart' }).click();
      await own.getByRole('button', { name: '❤️ 1' }).waitFor();

      await pick(chat.getByRole('article', { name: /^Deskhand/ }).first(), 'Reply');
      await say('It still is');
      await chat.locator('.quote', { hasText: 'INC-1' }).waitFor();

      await pick(own, 'Delete');
      await own.getByText('This message has been deleted.').waitFor();
      await button(own, 'Undo').click();
      await own.getByText('The VPN is down <again>').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'finds an issue from where one writes, and puts it into the message',
    async () => {
      const { page, faults } = opened();
      const { say, raise, openPlace } = teamsSteps(page);
      await openApp(page, 'Teams');
      await raise('The VPN is down');
      await openPlace('Office move');
      await page.getByRole('button', { name: /^Deskhand: search/ }).click();
      await page.getByRole('searchbox').fill('vpn');
      await page.getByRole('button', { name: /^INC-1/ }).click();
      await say('This one is for @Ben Okafor too');
      const message = page.getByRole('article', { name: /^Dana/ });
      await message.locator('.teams-mention', { hasText: 'Ben Okafor' }).waitFor();
      await message.locator('.teams-card').getByText('INC-1').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'raises somebody’s message as an issue, from its menu',
    async () => {
      const { page, faults } = opened();
      const { posts, say, pick, openPlace } = teamsSteps(page);
      await openApp(page, 'Teams');
      await openPlace('General');
      await say('Outlook does not open since the update');
      await actAs(page, 'Ben');
      await pick(posts('General').getByRole('article').first(), 'Raise as issue');
      await posts('General').getByText('INC-1 Outlook does not open since the update').waitFor();
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'shows files, and what people type as they typed it, however long; mentions are completed',
    async () => {
      const { page, faults } = opened();
      const { posts, composer, say, openPlace } = teamsSteps(page);
      await openApp(page, 'Teams');
      await openPlace('General');
      const nasty = `<img src=x onerror="document.title='pwned'"> <at>Ada</at> **no** ${'w'.repeat(500)}`;
      const files = page.locator('input[type=file]');
      await files.setInputFiles({ name: 'vpn.log', mimeType: 'text/plain', buffer: Buffer.from('lines') });
      await say(nasty);
      await page.getByText('<at>Ada</at> **no**', { exact: false }).first().waitFor();
      await page.getByRole('link', { name: /vpn\.log/ }).waitFor();
      await composer.pressSequentially('hello @be');
      await page.getByRole('option', { name: /Ben Okafor/ }).waitFor();
      await composer.press('Enter');
      await composer.press('Enter');

      await posts('General').locator('.teams-mention', { hasText: 'Ben Okafor' }).waitFor();
      expect(await page.title()).toBe('Deskhand playground');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(faults).toEqual([]);
    },
    patientMs,
  );

  it(
    'tells what happened on both platforms, each call with its own',
    async () => {
      const { page } = opened();
      const { raise } = teamsSteps(page);
      await openApp(page, 'Teams');
      await raise('The VPN is down');
      const happened = page.getByRole('region', { name: 'What happened' });
      const entry = happened.locator('details').filter({ hasText: 'Dana wrote to the desk' });
      await entry.locator('summary').getByText('Teams').waitFor();
      await entry.locator('summary').click();
      await entry
        .getByRole('row', { name: /^Teams sendToConversation/ })
        .first()
        .waitFor();
      await entry.getByRole('row', { name: /^Slack chat\.postMessage/ }).waitFor();
    },
    patientMs,
  );
});
