import type { Move } from '../../src/tickets/change.ts';
import type { MoveName } from '../../src/tickets/history.ts';
import { answerFailed } from '../../src/tickets/moves/answering.ts';
import { assignTo, claim, takeBack } from '../../src/tickets/moves/assignment.ts';
import { consider } from '../../src/tickets/moves/considering.ts';
import { edit, prioritise, redescribe } from '../../src/tickets/moves/describing.ts';
import { cancel, close, reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { escalateToTeam, escalateUp } from '../../src/tickets/moves/escalation.ts';
import { missPromise, promiseUpdate } from '../../src/tickets/moves/promising.ts';
import { absorb, link, mergeInto, unwatch, watch } from '../../src/tickets/moves/relations.ts';
import { breach, remind, snooze, survey } from '../../src/tickets/moves/reminding.ts';
import { noteSecret } from '../../src/tickets/moves/secrets.ts';
import { hear, reply } from '../../src/tickets/moves/talking.ts';
import { tellFact } from '../../src/tickets/moves/triaging.ts';
import { hold, resume } from '../../src/tickets/moves/waiting.ts';
import type { TicketAnswer } from '../../src/tickets/ticket-answer.ts';
import { rulesOf } from '../../src/triage/fill-in.ts';
import { aConfig } from '../kit/a-config.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';

const { matrix } = aConfig().priorities;

const anAnswer = {
  ...{ at: new Date('2026-03-02T08:00:00Z'), by: 'local' as const, state: 'offered' as const },
  quotes: [{ article: 'vpn', version: 1, title: 'VPN', headings: [], text: 'Restart it.' }],
} satisfies TicketAnswer;

const asked = {
  ...{ by: 'local' as const, language: 'en', guesses: [] },
  asked: [{ fact: 'affected' as const, at: new Date('2026-03-02T08:00:00Z') }],
};

/** An example of each move but the first, which makes the ticket. */
export const everyMove: Readonly<Record<Exclude<MoveName, 'open'>, Move>> = {
  claim,
  assign: assignTo('cem@example.com'),
  takeBack,
  hold: hold('requester', 'Which office?'),
  resume,
  escalateTeam: escalateToTeam('network'),
  escalateUp: escalateUp(['lea@example.com']),
  resolve: resolve('fixed', 'Restarted.'),
  reopen: reopen('No.', days(7)),
  close,
  cancel: cancel('Not ours.'),
  prioritise: prioritise({ impact: 1, urgency: 1 }, matrix),
  edit: edit({ title: 'Other', kind: 'request' }),
  redescribe: redescribe('Other words.'),
  watch: watch('eve@example.com'),
  unwatch: unwatch('eve@example.com'),
  link: link('related', 'INC-7'),
  merge: mergeInto('INC-7'),
  absorb: absorb(aTicket({ key: 'INC-8', requester: 'max@example.com' })),
  reply: reply('slack:m1'),
  hear,
  remind: remind('stale:1', []),
  breach: breach('sla:resolve@p1:100:0', []),
  snooze: snooze(new Date('2026-03-03T12:00:00Z')),
  promise: promiseUpdate('p1', new Date('2026-03-02T15:00:00Z')),
  missPromise: missPromise('p1', 'promise:p1'),
  survey: survey('survey:1', []),
  tell: (ticket, context) => tellFact('affected', 'team', rulesOf(aConfig()))({ ...ticket, triage: asked }, context),
  askSecret: noteSecret('askSecret'),
  sendSecret: noteSecret('sendSecret'),
  openSecret: noteSecret('openSecret'),
  loseSecret: noteSecret('loseSecret'),
  // What was offered is told by no history, so it is left out of what comes of it.
  answerFailed: (ticket, context) => ({ ...answerFailed({ ...ticket, answer: anAnswer }, context), set: {} }),
  consider: consider([{ isAsking: false, step: () => ({ set: { category: 'network' } }) }]),
};
