import { randomUUID } from 'node:crypto';
import type { Desk } from '../desk.ts';
import type { AlarmStore, Forecast } from '../tickets/alarm-store.ts';
import type { Alarm } from '../tickets/alarms/alarm.ts';
import { type Reckoning, reckon } from '../tickets/alarms/reckon.ts';
import { type Ringing, ring } from '../tickets/alarms/ring.ts';
import type { Move } from '../tickets/change.ts';
import { priorities, type Ticket } from '../tickets/ticket.ts';
import { SuperiorsOfTeams } from './superiors.ts';

/** What an alarm asks of others before it rings. */
export interface RingerPorts {
  /** Whom a ticket of a team that assigns by itself goes to, or when to ask again. */
  chooseAssignee(ticket: Ticket, now: Date): Promise<{ readonly person: string } | { readonly notBefore: Date }>;
  /** Whether the requester may be asked now how it went; who says yes has asked. */
  maySurvey(ticket: Ticket, now: Date): Promise<boolean>;
  isSurveyAnswered(key: string): Promise<boolean>;
  isAbsent(person: string, now: Date): Promise<boolean>;
}

/** So many tickets are read at a time, */
const pageSize = 1_000;
/** and so many written, while the next ones are reckoned; */
const batchSize = 125;
/** so many batches at most are written or wait for it. */
const batchesUnderWay = 4;
/** After so long what has rung is sent, though there is more to ring. */
const longestSilenceMs = 2_000;
/** An alarm that could not be rung holds up no other, and is tried again then. */
const tryAgainAfterMs = 60_000;

/** What of a ticket that has rung is kept until it is told: in a flood there are thousands. */
type Rung = Pick<Ticket, 'key' | 'team' | 'priority'>;

interface Sweep {
  readonly now: Date;
  /** What has been found out about people: of thousands of tickets few are anybody else's. */
  readonly superiors: SuperiorsOfTeams;
  readonly away: Map<string, Promise<boolean>>;
  /** What has rung and is not told yet. */
  readonly rung: Rung[];
}

type Outcome = { readonly move: Move; readonly reckoned: Reckoning } | { readonly notBefore: Date | undefined };

/**
 * Rings what is due. Each ring is a change of its ticket like any other, made from the ticket as it was read: whoever
 * comes second, be it another process, changes nothing. What was missed rings once, in order.
 */
export class AlarmRinger {
  readonly #desk: Desk;
  readonly #store: AlarmStore;
  readonly #ports: RingerPorts;
  #sweeping: Promise<void> | undefined;

  constructor(desk: Desk, store: AlarmStore, ports: RingerPorts) {
    this.#desk = desk;
    this.#store = store;
    this.#ports = ports;
  }

  /** Rings all that is due by now; joins a sweep that is on its way. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    const now = this.#desk.clock.now();
    const sweep: Sweep = { now, superiors: new SuperiorsOfTeams(this.#desk), away: new Map(), rung: [] };
    try {
      // A ticket may have more than one alarm that is due. What others were quicker to ring is left for the next second.
      let rung = 0;
      do rung = await this.#ringDue(sweep);
      while (rung > 0);
    } finally {
      this.#tell(sweep);
    }
  }

  /** @returns how many have rung. The store writes one batch and has the next ones at hand, while another is reckoned. */
  async #ringDue(sweep: Sweep): Promise<number> {
    const written: Promise<number>[] = [];
    let toldAt = performance.now();
    for await (const batch of this.#batches(sweep.now)) {
      const outcomes = await Promise.all(
        batch.map(async (ticket) => ({ ticket, outcome: await this.#outcome(ticket, sweep) })),
      );
      await written.at(-batchesUnderWay);
      const writing = this.#write(outcomes, sweep);
      writing.catch(() => undefined); // a fault is met with where the write is waited for
      written.push(writing);
      // Only now the driver gets its turn, and the store something to do.
      await new Promise(setImmediate);
      if (performance.now() - toldAt <= longestSilenceMs) continue;
      this.#tell(sweep);
      toldAt = performance.now();
    }
    return sum(await Promise.all(written));
  }

  async *#batches(now: Date): AsyncIterable<readonly Ticket[]> {
    for await (const page of this.#store.due(now, pageSize)) {
      const due = page.toSorted(byPriority);
      for (let at = 0; at < due.length; at += batchSize) yield due.slice(at, at + batchSize);
    }
  }

  /** What rings owe is sent after them, so that in a flood the last one rings in time, too. */
  #tell({ rung }: Sweep): void {
    for (const ticket of rung.splice(0).sort(byPriority)) this.#desk.courier.rung(ticket);
  }

  async #write(
    outcomes: readonly { readonly ticket: Ticket; readonly outcome: Outcome }[],
    { now, rung }: Sweep,
  ): Promise<number> {
    const moves = outcomes.flatMap(({ ticket, outcome }) => ('move' in outcome ? [{ ticket, ...outcome }] : []));
    const forecasts = outcomes.flatMap(({ ticket, outcome }): readonly Forecast[] =>
      'move' in outcome ? [] : [{ ticket, nextAlarmAt: outcome.notBefore }],
    );
    const { written, failed } = await this.#desk.tickets.changeAll(moves, `ring:${randomUUID()}`);
    for (const { key, team, priority } of written) rung.push({ key, team, priority });
    for (const { ticket, error } of failed) this.#warn(ticket, error);
    const later = failed.map(({ ticket }) => ({ ticket, nextAlarmAt: new Date(now.getTime() + tryAgainAfterMs) }));
    await this.#store.foretell([...forecasts, ...later]);
    return written.length;
  }

  async #outcome(ticket: Ticket, sweep: Sweep): Promise<Outcome> {
    const { now, superiors } = sweep;
    const rules = this.#desk.config();
    try {
      let putOffTo: Date | undefined;
      const reckoned = reckon(ticket, rules, now);
      for (const alarm of reckoned.alarms) {
        // Another desk.yaml, a clock that went back, or the first that is left of those that were put off.
        if (alarm.at > now) return { notBefore: earlier(alarm.at, putOffTo) };
        const asked = await this.#ask(alarm, ticket, sweep);
        if (!(asked instanceof Date))
          return { move: ring(alarm, { rules, superiors: await superiors.of(ticket), ...asked }), reckoned };
        // What has to wait for somebody holds up no other alarm of its ticket.
        putOffTo = earlier(new Date(Math.max(asked.getTime(), now.getTime() + 1000)), putOffTo);
      }
      return { notBefore: putOffTo };
    } catch (error) {
      this.#warn(ticket, error);
      return { notBefore: new Date(now.getTime() + tryAgainAfterMs) };
    }
  }

  /** What the alarm cannot know from its ticket, or when to ask again. */
  async #ask(alarm: Alarm, ticket: Ticket, sweep: Sweep): Promise<Partial<Ringing> | Date> {
    const { now } = sweep;
    switch (alarm.kind) {
      case 'assign': {
        const chosen = await this.#ports.chooseAssignee(ticket, now);
        return 'person' in chosen ? { assignee: chosen.person } : chosen.notBefore;
      }
      case 'survey':
        return { maySurvey: await this.#ports.maySurvey(ticket, now) };
      case 'surveyAgain':
        return { maySurvey: !(await this.#ports.isSurveyAnswered(ticket.key)) };
      case 'noAnswer': {
        const requester = await this.#desk.people.byId(ticket.requester);
        return { noAnswerNote: (await this.#desk.contexts.for(requester)).words.notices.noAnswer };
      }
      case 'threshold':
      case 'stale':
        return { isAssigneeAway: await this.#isAway(ticket.assignee, sweep) };
      default:
        return {};
    }
  }

  #isAway(assignee: string | undefined, { now, away }: Sweep): Promise<boolean> | boolean {
    if (assignee === undefined) return false;
    const known = away.get(assignee) ?? this.#ports.isAbsent(assignee, now);
    away.set(assignee, known);
    return known;
  }

  #warn(ticket: Ticket, error: unknown): void {
    this.#desk.log.error({ err: error, ticket: ticket.key }, 'an alarm could not be rung');
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function earlier(one: Date, other: Date | undefined): Date {
  return other && other < one ? other : one;
}

/** The most urgent first: in this order their words go to the platforms. */
function byPriority(one: Rung, other: Rung): number {
  return priorities.indexOf(one.priority) - priorities.indexOf(other.priority);
}
