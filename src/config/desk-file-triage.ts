import { z } from 'zod';
import { oneOf, says, section, show } from './desk-file-fields.ts';
import type { triagedFieldIds } from './triage-config.ts';

const shareAdvice = 'Write a number from 0 to 1: 0.8.';
const shareError = ({ input }: { input?: unknown }) => says(`${show(input)} is not a share.`, shareAdvice);
const share = z.number({ error: shareError }).min(0, { error: shareError }).max(1, { error: shareError });

const countAdvice = 'Write a whole number of 0 or more: 30.';
const countError = ({ input }: { input?: unknown }) => says(`${show(input)} is not a number of these.`, countAdvice);
const count = z.int({ error: countError }).min(0, { error: countError });

/** From these on, the rules of the first day act as they always did. */
const usual: Readonly<Record<(typeof triagedFieldIds)[number], number>> = {
  kind: 0.8,
  service: 0.6,
  team: 0.8,
  category: 0.8,
  impact: 0.8,
  urgency: 0.8,
};

const confidence = z.union(
  [
    share,
    section(
      {
        kind: share.default(usual.kind),
        service: share.default(usual.service),
        team: share.default(usual.team),
        category: share.default(usual.category),
        impact: share.default(usual.impact),
        urgency: share.default(usual.urgency),
      },
      'From which confidence on each field is set by itself; what is less sure is suggested.',
    ),
  ],
  {
    error: ({ input }) =>
      says(`${show(input)} is neither a share nor a section of them.`, 'Write 0.8, or { service: 0.8, kind: 0.8 }.'),
  },
);

/** What the desk may do with what it takes a new issue to be about. */
export const triage = section(
  {
    mode: oneOf(['on', 'shadow', 'off']).default('on'),
    confidence: confidence.prefault({}),
    suggestFrom: share.default(0.5),
    licence: section(
      { judged: count.default(30), band: share.default(0.1) },
      'What must have proved true before what was learnt, or a model, sets a field by itself.',
    ).prefault({}),
    questions: section(
      { when: oneOf(['unclear', 'always', 'never']).default('unclear'), atMost: count.default(3) },
      'Whether the requester is asked for what is missing.',
    ).prefault({}),
  },
  'What the desk may do with what it takes a new issue to be about: docs/triage.md.',
);
