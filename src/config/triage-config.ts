/** Fields of a ticket that triage may fill in. */
export const triagedFieldIds = ['kind', 'service', 'team', 'category', 'impact', 'urgency'] as const;

/** What the desk may do with what it takes a new issue to be about. */
export interface TriageConfig {
  /** `shadow`: what was learnt, and a model, only say what they would have done. `off`: the rules of the first day alone. */
  readonly mode: 'on' | 'shadow' | 'off';
  /** From which confidence on, 0 to 1, a field is set; below it is suggested. */
  readonly confidence: Readonly<Record<(typeof triagedFieldIds)[number], number>>;
  /** What is less sure is not even suggested. */
  readonly suggestFrom: number;
  readonly licence: {
    /** So many sure guesses must have been judged before what was learnt, or a model, sets a field by itself; 0: none. */
    readonly judged: number;
    /** How much less often than it said it may be right, 0 to 1. */
    readonly band: number;
  };
  readonly questions: {
    /** `unclear`: only where the words say nothing that anybody could work on. */
    readonly when: 'unclear' | 'always' | 'never';
    /** For one ticket. */
    readonly atMost: number;
  };
}
