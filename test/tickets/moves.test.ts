import { describe, expect, it } from '@jest/globals';
import { assignTo, takeBack } from '../../src/tickets/moves/assignment.ts';
import { edit, prioritise } from '../../src/tickets/moves/describing.ts';
import { cancel, reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { escalateToTeam, escalateUp } from '../../src/tickets/moves/escalation.ts';
import { absorb, link, mergeInto } from '../../src/tickets/moves/relations.ts';
import { reply } from '../../src/tickets/moves/talking.ts';
import { priorityOf } from '../../src/tickets/priority.ts';
import { aConfig } from '../kit/a-config.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, cem, dana, lea, max } from '../kit/people.ts';
import { everyMove } from './every-move.ts';
import { moved, noon } from './written.ts';

const { matrix } = aConfig().priorities;
const claimed = moved(aTicket(), everyMove.claim);

describe('a change of a ticket', () => {
  it('tells the new assignee, but not one who took it themselves or had it already', () => {
    const owes = (ticket: typeof claimed, to: string) => moved(ticket, assignTo(to)).owes;

    expect(owes(claimed, cem.id)).toMatchObject([{ notice: 'assigned', to: { person: cem.id }, by: ben.id }]);
    expect(owes(aTicket(), ben.id)).toEqual([]);
    expect(owes(claimed, ben.id)).toEqual([]);
  });

  it('counts how often a ticket changes hands', () => {
    const again = moved(moved(moved(claimed, assignTo(cem.id)), takeBack), everyMove.claim);

    expect(again.reassignCount).toBe(2);
    expect(moved(claimed, assignTo(ben.id)).reassignCount).toBe(0);
    expect(moved(claimed, escalateToTeam('network')).reassignCount).toBe(1);
  });

  it('notes the first answer only', () => {
    const first = moved(claimed, reply('m1'), ben.id, noon);
    const second = moved(first, reply('m2'), ben.id, new Date(noon.getTime() + 1));

    expect(second.respondedAt).toEqual(noon);
    expect(second.history).toHaveLength(4);
  });

  it('asks the requester after a resolution, and tells the agents of a reopening', () => {
    const resolved = moved(claimed, resolve('workaround', 'Use the other one.'));
    const reopened = moved({ ...resolved, owes: [] }, reopen('Still no.', days(7)), dana.id);

    expect(resolved).toMatchObject({ resolution: { code: 'workaround', by: ben.id }, resolvedDay: '2026-03-02' });
    expect(resolved.owes).toMatchObject([{ notice: 'resolved', to: 'requester', note: 'Use the other one.' }]);
    expect(reopened).toMatchObject({ reopenCount: 1, assignee: ben.id });
    expect(reopened.owes).toMatchObject([{ notice: 'reopened', to: 'agents', note: 'Still no.' }]);
  });

  it('gives an unclaimed ticket to whoever resolves it, and takes it from nobody', () => {
    expect(moved(aTicket(), everyMove.resolve, lea.id).assignee).toBe(lea.id);
    expect(moved(claimed, everyMove.resolve, lea.id).assignee).toBe(ben.id);
  });

  it('tells the other side of a cancellation', () => {
    expect(moved(claimed, cancel('Not ours.')).owes).toMatchObject([{ notice: 'cancelled', to: 'requester' }]);
    expect(moved(claimed, cancel(undefined), dana.id).owes).toMatchObject([{ notice: 'requesterCancelled' }]);
    expect(moved(aTicket(), cancel(undefined), dana.id).owes).toEqual([]);
  });

  it('gives a new card to a team that gets a ticket back', () => {
    const back = moved(moved(aTicket(), escalateToTeam('network')), escalateToTeam('it'));

    expect(back.cards.map(({ id, state }) => [id, state])).toEqual([
      ['requester', 'live'],
      ['agent:it', 'moved'],
      ['agent:network:2', 'moved'],
      ['agent:it:3', 'live'],
    ]);
  });

  it('refuses to escalate to the team that has it', () => {
    expect(() => moved(aTicket(), escalateToTeam('it'))).toThrow('sameTeam');
  });

  it('goes up a level and tells those who lead, but not the one who asks', () => {
    const up = moved(claimed, escalateUp([lea.id, ben.id], 'Stuck.'));

    expect(up).toMatchObject({ level: 2, status: 'in_progress', assignee: ben.id, team: 'it' });
    expect(up.owes).toMatchObject([{ notice: 'escalatedUp', to: { person: lea.id }, note: 'Stuck.' }]);
  });

  it('tells the team that it went up when nobody above may be told', () => {
    expect(moved(claimed, escalateUp([ben.id], 'Stuck.')).owes).toMatchObject([
      { notice: 'escalatedUp', to: 'agents', note: 'Stuck.' },
    ]);
  });

  it('moves to the team of another service, and becomes confidential for good with a confidential one', () => {
    const payroll = { id: 'payroll', team: 'hr', confidential: true };
    const hr = moved(claimed, edit({ title: 'Pay', kind: 'incident', service: payroll }));
    const back = moved(
      hr,
      edit({ title: 'Pay', kind: 'incident', service: { id: 'vpn', team: 'it', confidential: false } }),
    );

    expect(hr).toMatchObject({ team: 'hr', status: 'new', confidential: true, service: 'payroll' });
    expect(hr.assignee).toBeUndefined();
    expect(back).toMatchObject({ team: 'it', confidential: true });
  });

  it('keeps its agent when only the title changes', () => {
    const retitled = moved(
      claimed,
      edit({ title: 'New', kind: 'request', service: { id: 'vpn', team: 'it', confidential: false } }),
    );

    expect(retitled).toMatchObject({ title: 'New', kind: 'request', assignee: ben.id, status: 'in_progress' });
  });

  it('takes its priority from the matrix, or by hand with a reason, until it is weighed again', () => {
    const byHand = moved(
      aTicket(),
      prioritise({ impact: 3, urgency: 3, override: { priority: 'P1', reason: 'CEO' } }, matrix),
    );
    const again = moved(byHand, prioritise({ impact: 1, urgency: 2 }, matrix));

    expect(byHand).toMatchObject({ priority: 'P1', priorityReason: 'CEO' });
    expect(again.priority).toBe('P2');
    expect(again.priorityReason).toBeUndefined();
  });

  it('reads every cell of the matrix', () => {
    const levels = [1, 2, 3] as const;
    const cells = levels.map((impact) => levels.map((urgency) => priorityOf(matrix, impact, urgency)));

    expect(cells).toEqual([
      ['P1', 'P2', 'P3'],
      ['P2', 'P3', 'P4'],
      ['P3', 'P4', 'P4'],
    ]);
  });

  it('is tied to another ticket once, never to itself', () => {
    const tied = moved(moved(aTicket(), link('related', 'INC-7')), link('related', 'INC-7'));

    expect(tied.links).toEqual([{ kind: 'related', to: 'INC-7' }]);
    expect(() => moved(aTicket(), link('related', 'INC-42'))).toThrow('sameTicket');
    expect(() => moved(aTicket(), mergeInto('INC-42'))).toThrow('sameTicket');
  });

  it('goes on with the older of two tickets that were merged into each other', () => {
    const [one, other] = [aTicket({ assignee: ben.id }), aTicket({ key: 'INC-43' })];
    const [older, younger] = [moved(one, mergeInto('INC-43')), moved(other, mergeInto('INC-42'))];

    expect(moved(older, absorb(younger))).toMatchObject({ status: 'in_progress', assignee: ben.id });
    expect(moved(older, absorb(younger)).mergedInto).toBeUndefined();
    expect(moved(younger, absorb(older))).toMatchObject({ status: 'cancelled', mergedInto: 'INC-42' });
  });

  it('takes over people, threads and confidentiality of a ticket that is merged into it', () => {
    const merged = aTicket({
      key: 'INC-7',
      requester: max.id,
      watchers: [dana.id, lea.id],
      thread: 'slack:t7',
      alsoIn: ['slack:t6'],
    });
    const into = moved(aTicket({ thread: 'slack:t42' }), absorb({ ...merged, confidential: true }));

    expect(into).toMatchObject({ watchers: [max.id, lea.id], alsoIn: ['slack:t7', 'slack:t6'], confidential: true });
    expect(into.links).toEqual([{ kind: 'duplicate', to: 'INC-7' }]);
  });
});
