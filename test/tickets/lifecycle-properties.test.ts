import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../src/tickets/refusal.ts';
import { isOpen, type Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { everyMove } from './every-move.ts';
import { moved } from './written.ts';

const names = Object.keys(everyMove) as (keyof typeof everyMove)[];
const steps = fc.array(
  fc.record({
    move: fc.constantFrom(...names),
    by: fc.constantFrom('ben@example.com', 'cem@example.com', 'dana@example.com'),
  }),
  { maxLength: 40 },
);

/** Every state that a life has led through; a refused move leads nowhere. */
function lifeOf(taken: readonly { readonly move: keyof typeof everyMove; readonly by: string }[]): readonly Ticket[] {
  const states = [aTicket()];
  for (const { move, by } of taken) {
    try {
      states.push(moved(states.at(-1) ?? aTicket(), everyMove[move], by));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return states;
}

describe('any life of a ticket', () => {
  it('never reaches a state that contradicts itself', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        for (const ticket of lifeOf(taken)) {
          const { status } = ticket;
          expect(ticket.hold !== undefined).toBe(status === 'on_hold');
          expect(ticket.closedAt !== undefined).toBe(status === 'closed' || status === 'cancelled');
          expect(ticket.resolution !== undefined).toBe(status === 'resolved' || status === 'closed');
          expect(ticket.resolvedAt !== undefined).toBe(ticket.resolution !== undefined);
          if (status === 'new') expect(ticket.assignee).toBeUndefined();
          if (status !== 'new' && status !== 'cancelled') expect(ticket.assignee).toBeDefined();
          if (ticket.mergedInto) expect(status).toBe('cancelled');
          const live = ticket.cards.filter((slot) => slot.card === 'agent' && slot.state === 'live');
          expect(live.map(({ team }) => team)).toEqual([ticket.team]);
          expect(new Set(ticket.cards.map(({ id }) => id)).size).toBe(ticket.cards.length);
        }
      }),
    );
  });

  it('counts its changes, keeps its history, and can be told again from it', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const states = lifeOf(taken);
        const last = states.at(-1) ?? aTicket();
        expect(last.version).toBe(last.history.length);
        for (const { history } of states) expect(last.history.slice(0, history.length)).toEqual(history);
        expect(fieldsOf(toldFrom(last))).toEqual(fieldsOf(last));
      }),
    );
  });

  it('says in each entry what was there before', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        lifeOf(taken).forEach((ticket, index, states) => {
          const before = states[index - 1];
          for (const { field, from } of before ? (ticket.history.at(-1)?.changes ?? []) : []) {
            expect(from).toEqual(before?.[field as keyof Ticket] ?? null);
          }
        });
      }),
    );
  });

  it('ends for good: what is closed or cancelled is never open again', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const states = lifeOf(taken);
        const end = states.findIndex(({ status }) => status === 'closed' || status === 'cancelled');
        if (end >= 0) expect(states.slice(end).some(isOpen)).toBe(false);
      }),
    );
  });
});

/** The first state with every change of the history made again. */
function toldFrom({ history }: Ticket): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...aTicket() };
  for (const { changes } of history) {
    for (const { field, to } of changes) {
      if (to === null) delete fields[field];
      else fields[field] = to;
    }
  }
  return fields;
}

/** What the history tells of; cards, days and places are bookkeeping. */
function fieldsOf(ticket: object): Record<string, unknown> {
  const untold = /^(?:history|version|owes|cards|source|thread|alsoIn|triage|\w+Day)$/;
  return Object.fromEntries(Object.entries(ticket).filter(([field]) => !untold.test(field)));
}
