import { describe, expect, it } from '@jest/globals';
import { type Actor, may, maySee, type PermittedAction, requirePermission } from '../../src/tickets/permissions.ts';
import { Refusal } from '../../src/tickets/refusal.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';

const nobody: Actor = { id: 'someone', agentOf: [], leadOf: [], isManager: false, isAdmin: false };
const columns = {
  requester: { ...nobody, id: 'requester' },
  watcher: { ...nobody, id: 'watcher' },
  // From another team: what they may, they may because the ticket is theirs.
  assignee: { ...nobody, id: 'assignee' },
  agent: { ...nobody, agentOf: ['it'] },
  lead: { ...nobody, agentOf: ['it'], leadOf: ['it'] },
  otherAgent: { ...nobody, agentOf: ['network'], leadOf: ['network'] },
  manager: { ...nobody, isManager: true },
  admin: { ...nobody, isAdmin: true },
  stranger: nobody,
} as const satisfies Record<string, Actor>;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

/** requester, watcher, assignee, agent, lead, agent of another team, manager, admin, stranger. */
const table: Readonly<Record<PermittedAction, string>> = {
  view: '✓✓✓✓✓✓✓✓·',
  claim: '··✓✓✓··✓·',
  assign: '··✓✓✓·✓✓·',
  takeBack: '··✓✓✓··✓·',
  reply: '··✓✓✓··✓·',
  note: '··✓✓✓✓✓✓·',
  hold: '··✓✓✓··✓·',
  resume: '··✓✓✓··✓·',
  escalate: '··✓✓✓·✓✓·',
  resolve: '··✓✓✓··✓·',
  reopen: '✓·✓✓✓··✓·',
  prioritise: '··✓✓✓·✓✓·',
  cancel: '✓·✓✓✓··✓·',
  withdraw: '✓········',
  edit: '··✓✓✓··✓·',
  watch: '··✓✓✓✓✓✓·',
  unwatch: '·✓✓✓✓✓✓✓·',
  link: '··✓✓✓✓·✓·',
  merge: '··✓✓✓··✓·',
  split: '··✓✓✓··✓·',
  confirm: '✓········',
  stillBroken: '✓········',
  join: '✓········',
};
const cases = Object.entries(table).flatMap(([action, row]) =>
  names.map((who, index) => ({ action: action as PermittedAction, who, isAllowed: row[index] === '✓' })),
);
const insiders: readonly Column[] = ['requester', 'watcher', 'assignee', 'agent', 'lead'];

const people = { requester: 'requester', raisedBy: 'requester', watchers: ['watcher'], assignee: 'assignee' } as const;
const ordinary = aTicket(people);
const confidential = aConfidentialTicket({ ...people, team: 'it' });

describe('permissions', () => {
  it.each(cases)('$who, $action: $isAllowed', ({ who, action, isAllowed }) => {
    expect(may(columns[who], action, ordinary)).toBe(isAllowed);
  });

  it.each(cases)('$who, $action on a confidential ticket: the same for insiders, nothing for others', (one) => {
    const { who, action, isAllowed } = one;

    expect(may(columns[who], action, confidential)).toBe(isAllowed && insiders.includes(who));
    expect(maySee(columns[who], confidential)).toBe(insiders.includes(who));
  });

  it('tells of a confidential ticket to outsiders what it tells of one that is not there', () => {
    for (const who of names.filter((name) => !insiders.includes(name))) {
      expect(reasonOf(() => requirePermission(columns[who], 'claim', confidential))).toEqual({
        ...{ kind: 'notFound', key: confidential.key },
      });
    }
  });

  it('tells who may see a ticket what they may not do, and whose it is', () => {
    expect(reasonOf(() => requirePermission(columns.otherAgent, 'claim', ordinary))).toEqual({
      ...{ kind: 'notAllowed', key: 'INC-42', action: 'claim', team: 'it' },
    });
  });
});

function reasonOf(attempt: () => void): unknown {
  try {
    attempt();
  } catch (error) {
    return error instanceof Refusal ? error.reason : error;
  }
  return 'not refused';
}
