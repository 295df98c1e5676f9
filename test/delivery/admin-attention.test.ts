import { describe, expect, it } from '@jest/globals';
import { AdminAttention } from '../../src/delivery/admin-attention.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ada } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

const trouble = { code: 'is_archived', what: '#it-triage', advice: 'Unarchive #it-triage.' };

describe('what only an admin can put right', () => {
  it('is told to them once, and each thing by itself', async () => {
    const desk = await aDesk();
    const attention = new AdminAttention(desk.desk);
    const told = () => desk.chat.shownIn(directOf(ada.ref)).map(saidBy);

    for (let time = 0; time < 20; time += 1) attention.tell(trouble);
    await desk.until(() => told().length > 0);
    attention.tell(trouble);
    attention.tell({ ...trouble, what: '#hr-triage', advice: 'Unarchive #hr-triage.' });
    await desk.until(() => told().length > 1);

    expect(told()).toEqual([expect.stringContaining('#it-triage'), expect.stringContaining('#hr-triage')]);
  });

  it('does not trouble who is deactivated, and throws nothing when nobody can be told', async () => {
    const desk = await aDesk();
    desk.chat.people.set(ada.ref, { ...ada, isActive: false });
    const attention = new AdminAttention(desk.desk);

    attention.tell(trouble);
    desk.chat.faults.order('permanent', () => true);
    attention.tell({ ...trouble, what: 'token' });
    await desk.says(ada, 'VPN is down');

    expect(desk.chat.shownIn(directOf(ada.ref))).toEqual([]);
  });
});
