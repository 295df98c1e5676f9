import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../../src/journal.ts';
import { aTalk } from '../kit/a-talk.ts';
import { ben, dana } from '../kit/people.ts';

describe('the journal', () => {
  it('names the ticket that a click, a note and words in a thread were about', async () => {
    const { desk, requesters, agents } = await aTalk();
    const entries: JournalEntry[] = [];
    desk.desk.journal.subscribe((entry) => entries.push(entry));

    await desk.says(dana, 'It says error 42', { thread: requesters });
    await desk.says(ben, 'Looks like the licence', { thread: agents });
    await desk.submit('ticket.note', 'INC-1', { note: 'Same as last week' }, { by: ben });

    expect(entries.map(({ flow, tickets }) => [flow, tickets])).toEqual([
      ['hearMessage', ['INC-1']],
      ['hearMessage', ['INC-1']],
      ['ticket.note', ['INC-1']],
    ]);
  });
});
