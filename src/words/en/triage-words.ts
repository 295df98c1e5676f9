import type { Span, Text } from '../../chat/text.ts';
import type { FactToAsk } from '../../tickets/ticket-triage.ts';

/** What the desk takes a ticket to be about, and what it asks. */
export const triageWords = {
  yes: 'Yes',
  change: 'Change',
  looksLike: (what: string) => `Looks like: ${what}`,
  wouldHaveSet: (what: string) => `Would have set: ${what}`,
  guess: (value: string, percent: number) => `${value} (${percent} %)`,
  filledInBy: {
    model: 'Sorted by the language model. Change what is wrong, and it stays as you say.',
  },
  fellBack: {
    timeout: 'Sorted by the rules on this machine: the language model did not answer in time.',
    error: 'Sorted by the rules on this machine: the language model could not be reached.',
    refusal: 'Sorted by the rules on this machine: the language model refused.',
    malformed: 'Sorted by the rules on this machine: the language model gave no usable answer.',
    budget: 'Sorted by the rules on this machine: the budget for the language model is spent.',
    private: 'Sorted by the rules on this machine: this does not go to a language model.',
  },
  told: {
    affected: 'Affected',
    since: 'Since',
  },
  ask: {
    service: (key: string): Text => `${key}: what is it about?`,
    affected: (key: string): Text => `${key}: who is affected?`,
    since: (key: string): Text => `${key}: since when?`,
    errorText: (key: string): Text => `${key}: is there an error message, and what does it say?`,
    forWhom: (key: string): Text => `${key}: whom is it for?`,
  } satisfies Record<FactToAsk, (key: string) => Text>,
  askHint: 'Or answer in your own words here. The team has it already.',
  answers: {
    me: 'Just me',
    team: 'My team',
    everyone: 'Everyone',
    now: 'Just now',
    today: 'Today',
    longer: 'Longer',
    other: 'Something else',
  },
  noted: (key: string, answer: string): Text => `${key}: noted. ${answer}`,
  suggestionTaken: (key: string): Text => `${key} is changed as suggested.`,
  /** Somebody wants a person, and not the desk. */
  human: {
    comes: (key: string, team: string): Text => `${key}: a person from ${team} comes to you here.`,
    alreadyWith: (key: string, person: Span): Text => [
      `${key} is with `,
      person,
      '. I have told them that you want to talk.',
    ],
    waiting: (key: string, team: string): Text =>
      `${key} is with ${team}. I have told them that you want to talk to a person.`,
    title: 'Wants to talk to a person',
  },
  praise: 'Thank you, that is good to hear.',
  outOfScope: 'That is not for this desk, I am afraid. If it is after all, raise it:',
  silenced: {
    title: 'Triage has fallen silent',
    rules: (field: string, right: number, judged: number): Text =>
      `The rules for "${field}" were right in ${right} of ${judged} tickets last week. They only say what they would have done until they prove right again.`,
    learnt: (field: string, right: number, judged: number): Text =>
      `What was learnt about "${field}" was right in ${right} of ${judged} tickets last week. It only says what it would have done until it proves right again.`,
    model: (field: string, right: number, judged: number): Text =>
      `The language model was right about "${field}" in ${right} of ${judged} tickets last week. It only says what it would have done until it proves right again.`,
  },
};
