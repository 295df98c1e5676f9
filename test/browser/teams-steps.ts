import type { Locator, Page } from 'playwright-core';
import { actAs, button, openApp } from './page-steps.ts';

/** What people do in Teams on the page. */
export function teamsSteps(page: Page) {
  const chat = page.getByRole('log', { name: 'Messages with Deskhand' });
  const posts = (channel: string) => page.getByRole('log', { name: `Posts in ${channel}` });
  const composer = page.getByRole('combobox', { name: /^(Message|Post)/ });
  const form = page.getByRole('dialog');
  const say = async (words: string): Promise<void> => {
    await composer.fill(words);
    await composer.press('Enter');
  };
  /** Opens a chat or channel from the list, and waits until it is there. */
  const openPlace = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('main', { name }).waitFor();
  };
  return {
    ...{ chat, posts, composer, form, say },
    openPlace,
    /** Tells the desk directly what is wrong, and waits for the first ticket's card. */
    raise: async (words: string): Promise<void> => {
      await say(words);
      await chat.getByText(`INC-1 ${words}`).waitFor();
    },
    fillForm: async (label: string, words: string, send: string): Promise<void> => {
      await form.getByLabel(label, { exact: true }).fill(words);
      await button(form, send).click();
      await form.waitFor({ state: 'detached' });
    },
    /** Dana says that the Wi-Fi is down, and Nia looks at its card among the agents. */
    openTriageOfWifi: async (): Promise<void> => {
      await openApp(page, 'Teams');
      await say('The Wi-Fi is down');
      await actAs(page, 'Nia');
      await openPlace('Triage');
    },
    /** Picks something in a message's menu. */
    pick: async (message: Locator, what: string): Promise<void> => {
      await message.hover();
      await message.getByRole('button', { name: 'More options' }).click();
      await page.getByRole('menuitem', { name: what, exact: true }).click();
    },
  };
}
