import type { TriageConfig } from '../config/triage-config.ts';
import type { TriagedField, TriageGuess } from '../tickets/ticket-triage.ts';
import type { Evidence } from './lessons.ts';

/** Whether one form may set one field by itself. */
export interface Licence {
  readonly field: TriagedField;
  readonly by: TriageGuess['by'];
  /** `unproven` suggests, `acting` sets, `silent` only writes down what it would have done. */
  readonly state: 'unproven' | 'acting' | 'silent';
  /** Only what came after it counts: of a silent one, since it fell silent. */
  readonly since: Date;
  /** Goes up with every change, so that of two processes one makes it. */
  readonly version: number;
  /** What made it so. */
  readonly judged: number;
  readonly right: number;
}

/** What is true before anybody has looked: the rules act from the first day on. */
export function firstLicence(field: TriagedField, by: TriageGuess['by']): Licence {
  const state = by === 'rules' ? 'acting' : 'unproven';
  return { field, by, state, since: new Date(0), version: 0, judged: 0, right: 0 };
}

const weekMs = 7 * 86_400_000;
/** With fewer a week says nothing. */
const fewestAWeek = 10;

export interface Proof {
  readonly judged: number;
  readonly right: number;
  /** What was said, on average. */
  readonly said: number;
}

/**
 * What becomes of a licence. A form that acts falls silent when it was right less often, in the last week, than it said and
 * than desk.yaml asks for, by more than the band. One that does not act begins to, when as many of its sure guesses as
 * desk.yaml asks for have been judged since, and were right as often as they said. Of the rest nothing changes.
 */
export function renewed(
  licence: Licence,
  evidence: readonly Evidence[],
  config: Pick<TriageConfig, 'confidence' | 'licence'>,
  now: Date,
): Licence {
  const { field, by, state } = licence;
  const enough = config.confidence[field];
  const sure = evidence.filter((one) => one.field === field && one.by === by && one.confidence >= enough);
  if (state === 'acting') {
    const from = Math.max(now.getTime() - weekMs, licence.since.getTime());
    const week = proofOf(sure.filter(({ at }) => at.getTime() > from && at <= now));
    return week.judged >= fewestAWeek && !holds(week, enough, config) ? next(licence, 'silent', week, now) : licence;
  }
  const proof = proofOf(sure.filter(({ at }) => at > licence.since).slice(-mostLookedAt));
  const isProven = proof.judged >= Math.max(1, config.licence.judged) && holds(proof, enough, config);
  return isProven ? next(licence, 'acting', proof, now) : licence;
}

/** What was right years ago proves nothing. */
const mostLookedAt = 500;

function holds({ judged, right, said }: Proof, enough: number, { licence }: Pick<TriageConfig, 'licence'>): boolean {
  return right / judged >= Math.max(said, enough) - licence.band;
}

export function proofOf(evidence: readonly Evidence[]): Proof {
  const right = evidence.filter(({ isRight }) => isRight).length;
  const said = evidence.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, evidence.length);
  return { judged: evidence.length, right, said };
}

function next(licence: Licence, state: Licence['state'], { judged, right }: Proof, now: Date): Licence {
  return { ...licence, state, since: now, version: licence.version + 1, judged, right };
}
