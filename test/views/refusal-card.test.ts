import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../src/chat/plain-text.ts';
import type { RefusalReason } from '../../src/tickets/refusal.ts';
import { refusalCard, refusalText } from '../../src/views/refusal-card.ts';
import { aContext } from './a-context.ts';
import { labelsOf, mentionsIn, saidBy } from './shown.ts';

const key = 'INC-42';
const now = aContext().now.getTime();
const claimed = (msAgo: number): RefusalReason => ({
  kind: 'claimedBy',
  key,
  person: 'ben',
  at: new Date(now - msAgo),
});

const refusals: readonly (readonly [RefusalReason, sentence: string, buttons?: readonly string[]])[] = [
  [{ kind: 'notFound', key }, 'There is no ticket INC-42 that you can see.'],
  [{ kind: 'notAllowed', key, action: 'claim', team: 'it' }, 'INC-42 is with IT support, so that is for them to do.'],
  [{ kind: 'notAllowed', key, action: 'confirm', team: 'it' }, 'Only the person who needs INC-42 can say that.'],
  [{ kind: 'notAllowed', key, action: 'note', team: 'it' }, 'That is something only agents can do.'],
  [{ kind: 'agentsOnly' }, 'That is something only agents can do.'],
  [claimed(5000), 'Ben Ito claimed INC-42 a moment ago.'],
  [claimed(3 * 3_600_000), 'Ben Ito claimed INC-42 3 hours ago.'],
  [{ kind: 'wrongState', key, status: 'new' }, 'INC-42 is new: nobody has started on it, so that is not possible yet.'],
  [{ kind: 'wrongState', key, status: 'in_progress' }, 'INC-42 is in progress already.'],
  [{ kind: 'wrongState', key, status: 'on_hold' }, 'INC-42 is on hold. It has to be resumed first.'],
  [{ kind: 'wrongState', key, status: 'resolved' }, 'INC-42 is resolved already. Reopen it if it has to go on.'],
  [
    { kind: 'wrongState', key, status: 'closed' },
    'INC-42 is closed. Raise a new issue if you need help again.',
    ['New issue'],
  ],
  [
    { kind: 'wrongState', key, status: 'cancelled' },
    'INC-42 is cancelled. Raise a new issue if you need help again.',
    ['New issue'],
  ],
  [
    { kind: 'reopenTooLate', key, days: 7 },
    'INC-42 was resolved more than 7 days ago and can no longer be reopened. Please raise a new issue.',
    ['New issue'],
  ],
  [
    { kind: 'reopenTooLate', key, days: 1 },
    'INC-42 was resolved more than a day ago and can no longer be reopened. Please raise a new issue.',
    ['New issue'],
  ],
  [{ kind: 'goesOnIn', key, into: 'INC-7' }, 'INC-42 was merged and goes on in INC-7.', ['Show']],
  [{ kind: 'sameTicket', key }, 'INC-42 cannot be tied to itself. Choose another ticket.'],
  [{ kind: 'sameTeam', key, team: 'net' }, 'INC-42 is with Networks already. Choose another team.'],
  [{ kind: 'notAnAgent', person: 'dana' }, 'Dana Lee is not an agent, so no ticket can be given to them.'],
  [
    { kind: 'changedMeanwhile', key },
    'INC-42 is changing a lot right now. Look at it again, then try once more.',
    ['Show'],
  ],
];

describe('a refusal', () => {
  it.each(refusals)('says exactly why, and what to do: %j', (reason, sentence, buttons = []) => {
    const card = refusalCard(reason, aContext());

    expect(saidBy(card)).toBe(sentence);
    expect(labelsOf(card.buttons)).toEqual(buttons);
    expect(plainText(refusalText(reason, aContext()))).toBe(sentence);
  });

  it.each(refusals)('has a sentence of its own in German: %j', (reason, sentence) => {
    const german = saidBy(refusalCard(reason, aContext('de')));

    expect(german).not.toBe(sentence);
    if ('key' in reason && reason.kind !== 'notAllowed') expect(german).toContain(key);
  });

  it('names the person who was quicker so that one can ask them', () => {
    expect(mentionsIn(refusalCard(claimed(1000), aContext()))).toEqual(['Ben Ito']);
  });

  it('does not repeat a whole novel that was typed as a key', () => {
    expect(saidBy(refusalCard({ kind: 'notFound', key: 'x'.repeat(5000) }, aContext())).length).toBeLessThan(100);
  });
});
