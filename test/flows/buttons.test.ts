import { describe, expect, it } from '@jest/globals';
import type { ActionId } from '../../src/chat/actions.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, dana, eve, lea, mia, nia, type Somebody } from '../kit/people.ts';

const claimed = () => aTicket({ status: 'in_progress', assignee: ben.id });

describe('a button that asks first', () => {
  it.each<[ActionId, Somebody, readonly string[]]>([
    ['ticket.assign', ben, ['person', 'team']],
    ['ticket.reply', ben, ['note', 'by', 'save']],
    ['ticket.promise', ben, ['by']],
    ['ticket.snooze', ben, ['until']],
    ['ticket.note', nia, ['note']],
    ['ticket.hold', ben, ['reason', 'note', 'until']],
    ['ticket.escalate', mia, ['to', 'note']],
    ['ticket.resolve', lea, ['code', 'note']],
    ['ticket.priority', mia, ['impact', 'urgency', 'priority', 'reason']],
    ['ticket.cancel', ben, ['reason']],
    ['ticket.edit', ben, ['title', 'kind', 'service']],
    ['ticket.link', nia, ['kind', 'key']],
    ['ticket.merge', ben, ['key']],
    ['ticket.split', ben, ['title', 'description']],
  ])('%s opens its form', async (action, by, fields) => {
    const desk = await aDesk({ tickets: [claimed()] });

    const [answer] = (await desk.click(action, 'INC-42', { by })).said;

    expect(answer).toMatchObject({ how: 'form', form: { id: action, value: 'INC-42' } });
    const inputs = answer?.how === 'form' ? answer.form.fields.filter(({ kind }) => kind !== 'note') : [];
    expect(inputs.map((field) => 'name' in field && field.name)).toEqual(fields);
  });

  it.each<[ActionId, Somebody]>([
    ['ticket.assign', dana],
    ['ticket.reply', nia],
    ['ticket.hold', nia],
    ['ticket.escalate', eve],
    ['ticket.resolve', dana],
    ['ticket.priority', nia],
    ['ticket.edit', dana],
    ['ticket.merge', nia],
    ['ticket.reopen', ben], // it is not resolved
    ['ticket.stillBroken', dana],
  ])('%s refuses before anything is typed', async (action, by) => {
    const desk = await aDesk({ tickets: [claimed()] });

    const { said } = await desk.click(action, 'INC-42', { by });

    expect(said).toMatchObject([{ how: 'whisper' }]);
  });
});
