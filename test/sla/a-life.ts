import fc from 'fast-check';
import type { Act, Moment } from '../../src/sla/moment.ts';
import { aHistory, type Entry, hoursMs, minutes, rules, time } from './a-history.ts';

/** When every life begins. */
export const begins = time('08:00').getTime();
/** With agreements and a policy that sets no first answer. */
export const allRules = {
  ...rules,
  levels: [
    {
      id: 'net',
      when: {},
      with: { team: 'network' },
      calendar: 'office',
      respondMs: minutes(30),
      resolveMs: hoursMs(2),
    },
    { id: 'acme', when: {}, with: { vendor: 'acme' }, calendar: 'always', resolveMs: hoursMs(3) },
    { id: 'p4', when: { priority: 'P4' }, calendar: 'office', resolveMs: hoursMs(30) },
    ...rules.levels,
  ],
};

/** What may follow in each status, so that a made-up life is one that a ticket can have. */
const next: Record<Moment['status'], readonly Act[]> = {
  new: ['claim', 'reply', 'prioritise', 'escalateTeam', 'resolve', 'cancel', 'watch', 'hear'],
  in_progress: ['hold', 'hold', 'reply', 'prioritise', 'escalateTeam', 'takeBack', 'resolve', 'watch', 'hear'],
  on_hold: ['resume', 'hear', 'reply', 'prioritise', 'resolve', 'watch', 'escalateTeam'],
  resolved: ['reopen', 'reopen', 'close', 'watch', 'reply'],
  closed: ['watch'],
  cancelled: ['watch'],
};

interface Step {
  readonly afterMinutes: number;
  readonly choice: number;
}

const steps = fc.array(
  fc.record({ afterMinutes: fc.oneof(fc.nat(90), fc.nat(2000), fc.constant(0)), choice: fc.nat(1000) }),
  { maxLength: 14 },
);

/** A ticket's life, each step chosen among those that its status allows. */
export const life = fc
  .tuple(fc.constantFrom('P1', 'P3', 'P4'), steps)
  .map(([priority, all]) => {
    const entries: Entry[] = [[new Date(begins).toISOString(), 'dana', 'open', { priority }]];
    for (const step of all) entries.push(entryAfter(entries, step));
    return entries;
  })
  .map((entries) => aHistory(...entries));

function entryAfter(entries: readonly Entry[], { afterMinutes, choice }: Step): Entry {
  const last = aHistory(...entries).at(-1);
  const at = new Date((last?.at.getTime() ?? begins) + minutes(afterMinutes)).toISOString();
  const acts = next[last?.status ?? 'new'];
  const act = acts[choice % acts.length] ?? 'watch';
  const pick = <T>(...all: readonly T[]) => all[Math.floor(choice / 10) % all.length];
  if (act === 'prioritise') return [at, 'ben', act, { priority: pick('P1', 'P3', 'P4') ?? 'P1' }];
  if (act === 'escalateTeam') return [at, 'ben', act, { team: last?.facts.team === 'it' ? 'network' : 'it' }];
  if (act === 'hold') return [at, 'ben', act, { hold: pick('requester', 'vendor', 'change', 'scheduled') ?? 'vendor' }];
  return [at, act === 'hear' ? 'dana' : 'ben', act];
}
