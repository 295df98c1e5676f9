import type { Move, Owed } from '../change.ts';
import type { Notice, NoticeTo } from '../effects.ts';
import { assignTo } from '../moves/assignment.ts';
import { close, resolve } from '../moves/ending.ts';
import { missPromise } from '../moves/promising.ts';
import { breach, remind, survey } from '../moves/reminding.ts';
import { resume } from '../moves/waiting.ts';
import type { Ticket } from '../ticket.ts';
import type { Alarm, NudgeAlarm, PlainAlarm, PromiseAlarm, Role, ThresholdAlarm } from './alarm.ts';
import type { AlarmRules } from './alarm-rules.ts';
import { quietUntil } from './quiet-hours.ts';

/** Who stands above a ticket and may know of it; ids of people. */
export interface Superiors {
  readonly leads: readonly string[];
  readonly managers: readonly string[];
}

export interface Ringing {
  readonly rules: AlarmRules;
  readonly superiors: Superiors;
  /** What somebody is told who did not answer. In the requester's language, as it is written into the ticket. */
  readonly noAnswerNote?: string;
  /** Whether the assignee is away: then whoever leads hears what they would. */
  readonly isAssigneeAway?: boolean;
  /** Whom an `assign` alarm chooses. */
  readonly assignee?: string;
  /** Whether a `survey` alarm may ask this requester now; true when left out. */
  readonly maySurvey?: boolean;
}

/** What an alarm does to its ticket. */
export function ring(alarm: Alarm, ringing: Ringing): Move {
  switch (alarm.kind) {
    case 'threshold':
      return passThreshold(alarm, ringing);
    case 'unclaimed':
    case 'stale':
    case 'parked':
      return nudge(alarm, ringing);
    case 'promiseSoon':
    case 'promiseMissed':
      return rememberPromise(alarm);
    default:
      return alarmed(alarm.id, goOn(alarm, ringing));
  }
}

function passThreshold(alarm: ThresholdAlarm, ringing: Ringing): Move {
  const { rules } = ringing;
  const { id, target, percent, dueAt, counterpart } = alarm;
  return (ticket, context) => {
    const about = { target, percent, ...(dueAt ? { dueAt } : {}), ...(counterpart ? { counterpart } : {}) };
    const owes = quietly(
      ticket,
      context.now,
      rules,
      hearers(ticket, alarm.tell, ringing).map((to) => ({ notice: 'reminder', to, about })),
    );
    const move = alarm.isBreach ? breach(id, owes, { up: alarm.escalates }) : remind(id, owes);
    return move(ticket, context);
  };
}

/** Everybody once. Who leads nobody is replaced by whoever is next: somebody always hears of it. */
function hearers(ticket: Ticket, roles: readonly Role[], ringing: Ringing): readonly NoticeTo[] {
  const { leads, managers } = ringing.superiors;
  const above = leads.length > 0 ? leads : managers;
  const people: Record<Role, readonly NoticeTo[]> = {
    assignee: ticket.assignee ? [{ person: ticket.assignee }] : ['agents'],
    team: ['agents'],
    lead: above.length > 0 ? above.map((person) => ({ person })) : ['agents'],
    manager: managers.map((person) => ({ person })),
  };
  const isLeadDeputy = ringing.isAssigneeAway && roles.includes('assignee') && !roles.includes('lead');
  const all = [...roles, ...(isLeadDeputy ? ['lead' as const] : [])].flatMap((role) => people[role]);
  return all.filter((to, at) => all.findIndex((other) => nameOf(other) === nameOf(to)) === at);
}

function nameOf(to: NoticeTo): string {
  return typeof to === 'string' ? to : `person:${to.person}`;
}

function nudge({ kind, id, since }: NudgeAlarm, ringing: Ringing): Move {
  const roles = { unclaimed: ['team'], stale: ['assignee'], parked: ['lead'] } as const;
  return (ticket, context) => {
    const owed = hearers(ticket, roles[kind], ringing).map((to) => ({ notice: kind, to, about: { since } }));
    return remind(id, quietly(ticket, context.now, ringing.rules, owed))(ticket, context);
  };
}

/** In quiet hours words wait for the morning. */
function quietly(ticket: Ticket, now: Date, rules: AlarmRules, owed: readonly Owing[]): readonly Owed[] {
  const heldUntil = quietUntil(now, ticket.priority, rules);
  return owed.map((one) => (heldUntil ? { ...one, heldUntil } : one));
}

type Owing = Extract<Owed, { readonly notice: Notice }>;

function rememberPromise({ kind, id, promise }: PromiseAlarm): Move {
  return (ticket, context) => {
    const made = ticket.promises.find((one) => one.id === promise);
    const owes: readonly Owed[] = made ? [{ notice: kind, to: { person: made.by }, about: { dueAt: made.dueAt } }] : [];
    const move = kind === 'promiseMissed' ? missPromise(promise, id, owes) : remind(id, owes);
    return move(ticket, context);
  };
}

function goOn({ kind, id }: PlainAlarm, ringing: Ringing): Move {
  switch (kind) {
    case 'wake':
      return (ticket, context) => {
        const { set, entry, owes } = resume(ticket, context);
        const told = remind(id, [{ notice: 'awake', to: ticket.assignee ? { person: ticket.assignee } : 'agents' }]);
        return { set, entry, owes: [...owes, ...told(ticket, context).owes] };
      };
    case 'snoozeOver':
      return (ticket, context) =>
        remind(id, ticket.snooze ? [{ notice: 'snoozeOver', to: { person: ticket.snooze.by } }] : [])(ticket, context);
    case 'ask':
      return (ticket, context) =>
        remind(id, [{ notice: 'askedAgain', to: 'requester', note: ticket.hold?.note }])(ticket, context);
    case 'noAnswer':
      return resolve('no_answer', ringing.noAnswerNote ?? '');
    case 'survey':
      return ringing.maySurvey === false ? remind(id, []) : survey(id, [{ notice: 'survey', to: 'requester' }]);
    case 'surveyAgain':
      return ringing.maySurvey === false ? remind(id, []) : survey(id, [{ notice: 'surveyAgain', to: 'requester' }]);
    case 'close':
      return close;
    case 'estimateOver':
      return remind(id, []);
    case 'assign':
      return ringing.assignee ? assignTo(ringing.assignee) : remind(id, []);
  }
}

/** Whatever the move, its entry names the alarm. */
function alarmed(id: string, move: Move): Move {
  return (ticket, context) => {
    const change = move(ticket, context);
    return { ...change, entry: { ...change.entry, alarm: id } };
  };
}
