import { describe, expect } from '@jest/globals';
import type { Actor } from './kit/actor.ts';
import type { Stage } from './kit/stage.ts';
import { story } from './kit/story.ts';

const secret = 'My salary of May is missing';
const unknown = 'There is no ticket INC-1 that you can see.';

describe('a confidential ticket', () => {
  story('is known to its requester and its team alone', async (stage) => {
    const { dana, hana, ben } = stage;
    await dana.says(secret);
    await dana.sees('Confidential: only you and the team', { about: 'INC-1' });
    const card = await hana.sees('INC-1', { in: '#hr-triage' });
    expect(card.text).toContain(secret);
    await hana.clicks('Claim');
    await hana.seesBecome(card, 'State: in progress');
    for (const other of outsiders(stage)) {
      await other.commands('find salary');
      await other.sees('Nothing found', { in: 'direct' });
      await other.commands('mine');
      await other.sees('My issues', { in: 'direct' });
      await refusedAsUnknown(other, 'INC-1', 'INC-999');
    }
    for (const label of card.buttons) {
      const before = ben.allWith(unknown, { isPrivate: true }).length;
      await ben.clicksOn(card, label);
      expect(ben.allWith(unknown, { isPrivate: true })).toHaveLength(before + 1);
    }
    expect(ben.all({ in: 'form' })).toEqual([]);
    await stage.settled();
    for (const other of outsiders(stage)) expect(other.allWith(/salary of May/)).toEqual([]);
    expect(ben.allWith('INC-1', { in: '#it-triage' })).toEqual([]);
  });

  story('raised in a channel is answered where only the requester reads it', async (stage) => {
    const { dana, eve, hana } = stage;
    const words = await dana.says(secret, { in: '#help-it' });
    await dana.sees('INC-1 is confidential', { isPrivate: true });
    const own = await dana.sees('INC-1', { in: 'direct' });
    await hana.clicks('Reply', { in: '#hr-triage' });
    await hana.fills({ Reply: 'It is paid on Friday' });
    await dana.sees('It is paid on Friday', { under: own });
    await eve.says('Mine is missing too', { under: words });
    await stage.settled();
    expect(eve.all({ in: '#help-it', by: 'desk' })).toEqual([]);
    expect(hana.allWith('Mine is missing too', { in: '#hr-triage' })).toEqual([]);
  });

  story(
    'lies with each agent directly when the triage place is open',
    async (stage) => {
      const { dana, hana, ben } = stage;
      await dana.says(secret);
      const card = await hana.sees('INC-1', { in: 'direct' });
      await hana.clicks('Claim', { in: 'direct' });
      await hana.seesBecome(card, 'State: in progress');
      await dana.says('And that of June', { in: 'direct', under: await dana.sees(secret, { by: 'dana' }) });
      await hana.sees('And that of June', { under: card });
      await stage.settled();
      expect(ben.allWith(/INC-1|salary/)).toEqual([]);
    },
    { hrTriage: { members: ['hana', 'ben'], isPrivate: false } },
  );

  story(
    'lies with each agent directly when somebody in the triage place may not see it',
    async (stage) => {
      const { dana, hana, ben } = stage;
      await dana.says(secret);
      await hana.sees('INC-1', { in: 'direct' });
      await stage.settled();
      expect(ben.allWith(/INC-1|salary/)).toEqual([]);
    },
    { hrTriage: { members: ['hana', 'ben'], isPrivate: true } },
  );

  story('leaves the open channel when it turns out to be one', async (stage) => {
    const { dana, ben, cem, hana } = stage;
    await dana.says('The numbers on my sheet are wrong');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await cem.clicks('Reply');
    await ben.clicks('Edit');
    await ben.fills({ Service: 'Payroll' });
    const old = await ben.seesBecome(card, 'INC-1 is handled elsewhere.');
    expect(old.text).not.toContain('sheet');
    expect(old.buttons).toEqual([]);
    await hana.sees('INC-1', { in: '#hr-triage' });
    await ben.clicksOn(card, 'Claim');
    await ben.sees(unknown, { isPrivate: true });
    expect(await cem.triesToFill({ Reply: 'Let me see' })).toEqual({ note: unknown });
  });

  story('asked for with the form is as hidden as one of a confidential service', async (stage) => {
    const { dana, eve, cem } = stage;
    await dana.asksForForm();
    await dana.fills({ 'What is the matter?': 'The VPN shows my neighbour’s files', 'Keep it confidential': '' });
    await dana.sees('INC-1', { in: 'direct' });
    await eve.commands('find neighbour');
    await eve.sees('Nothing found');
    expect(cem.allWith('neighbour', { in: '#it-triage' })).toHaveLength(1);
  });
});

describe('an employee who gets hold of the agents’ buttons', () => {
  story('is refused privately by each of them, and the ticket stays as it was', async (stage) => {
    const { dana, eve, ben } = stage;
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    for (const label of card.buttons) {
      const before = eve.all({ isPrivate: true }).length;
      await eve.clicksOn(card, label);
      await eve.sees(/There is no ticket INC-1 that you can see/, { isPrivate: true });
      expect(eve.all({ isPrivate: true })).toHaveLength(before + 1);
      expect(eve.all({ in: 'form' })).toEqual([]);
    }
    await stage.settled();
    expect((await stage.desk.ticketStore.find('INC-1'))?.history.map(({ move }) => move)).toEqual(['open']);
    expect(dana.all({ by: 'desk' })).toHaveLength(1);
    expect(ben.all({ by: 'desk' })).toHaveLength(1);
  });

  story('hears the same when it is their own ticket, in words that say whose it is', async (stage) => {
    const { dana, ben } = stage;
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    for (const label of ['Claim', 'Assign', 'Hold', 'Resolve', 'Escalate'].filter((one) =>
      card.buttons.includes(one),
    )) {
      await dana.clicksOn(card, label);
    }
    const told = dana.allWith('INC-1 is with IT support, so that is for them to do.', { isPrivate: true });
    expect(told).toHaveLength(4);
    await stage.settled();
    expect((await stage.desk.ticketStore.find('INC-1'))?.history.map(({ move }) => move)).toEqual(['open']);
  });

  story('can neither confirm nor cancel for another requester', async (stage) => {
    const { dana, eve, cem, ben } = stage;
    const words = await dana.says('The VPN is slow', { in: '#help-it' });
    await eve.clicks('Cancel', { under: words });
    await eve.sees('There is no ticket INC-1 that you can see.', { isPrivate: true });
    await ben.clicks('Resolve', { in: '#it-triage' });
    await ben.fills({ Note: 'Done' });
    await cem.clicks("It's fixed", { under: words });
    await cem.sees('Only the person who needs INC-1 can say that.', { isPrivate: true });
    await stage.settled();
    expect(await stage.desk.ticketStore.find('INC-1')).toMatchObject({ status: 'resolved' });
  });
});

function outsiders({ ben, eve, nia, ada, mia }: Stage): readonly Actor[] {
  return [ben, eve, nia, ada, mia];
}

/** Opening, and every button, says of a ticket that one may not see exactly what it says of one that is not there. */
async function refusedAsUnknown(person: Actor, hidden: string, missing: string): Promise<void> {
  const said: string[] = [];
  for (const key of [hidden, missing]) {
    await person.commands(`show ${key}`);
    const told = await person.sees(`There is no ticket ${key}`);
    said.push(told.text.replaceAll(key, 'KEY'));
  }
  expect(said[0]).toBe(said[1]);
}
