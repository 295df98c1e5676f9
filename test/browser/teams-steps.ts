import type { Locator, Page } from 'playwright-core';
import { button } from './page-steps.ts';

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
  return {
    ...{ chat, posts, composer, form, say },
    /** Opens a chat or channel from the list, and waits until it is there. */
    openPlace: async (name: string): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('main', { name }).waitFor();
    },
    /** Tells the desk directly what is wrong, and waits for the first ticket's card. */
    raise: async (words: string): Promise<void> => {
      await say(words);
      await chat.getByText(`INC-1 ${words}`).waitFor();
    },
    fillForm: async (label: string, words: string, send: string): Promise<void> => {
      await form.getByLabel(label).fill(words);
      await button(form, send).click();
      await form.waitFor({ state: 'detached' });
    },
    /** Picks something in a message's menu. */
    pick: async (message: Locator, what: string): Promise<void> => {
      await message.hover();
      await message.getByRole('button', { name: 'More options' }).click();
      await page.getByRole('menuitem', { name: what, exact: true }).click();
    },
  };
}
