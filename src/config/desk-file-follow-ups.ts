import { z } from 'zod';
import * as field from './desk-file-fields.ts';
import { oneOf, says, section, show } from './desk-file-fields.ts';
import { complain, days } from './desk-file-times.ts';

/** A section, or the word `off` in its place. */
function orOff<T extends z.ZodType>(shape: T, example: string) {
  return z.union([z.literal('off'), shape], {
    error: ({ input }) =>
      says(`${show(input)} is neither off nor a section with keys.`, `Write off, or a section: ${example}.`),
  });
}

export const nudges = orOff(
  section(
    {
      unclaimed: orOff(
        section(
          { after: field.duration, again: field.duration.exactOptional() },
          'The team is told of a ticket that nobody has taken, and again.',
        ),
        '{ after: 1h, again: 4h }',
      ).prefault({ after: '1h', again: '4h' }),
      stale: orOff(
        section({ after: field.duration }, 'The assignee is told of a ticket on which nothing has happened.'),
        '{ after: 2d }',
      ).prefault({ after: '2d' }),
    },
    'Who hears of tickets that nobody takes or on which nothing happens.',
  ),
  '{ unclaimed: { after: 1h, again: 4h }, stale: { after: 2d } }',
);

export const noAnswer = orOff(
  section(
    {
      askAfter: field.duration.prefault('1d'),
      askAgainAfter: field.duration.prefault('3d'),
      resolveAfter: field.duration.prefault('7d'),
    },
    'When a requester who was asked something is asked again, and when the ticket is resolved without an answer.',
  ).superRefine(({ askAfter, askAgainAfter, resolveAfter }, context) => {
    // Either end may be a default, so that the fault stands with the section.
    const advice =
      'Each counts from when the ticket went on hold, each is later than the one before; what is left out is 1d, 3d and 7d.';
    if (askAfter >= askAgainAfter)
      complain(context, askAgainAfter, 'askAgainAfter is not later than askAfter.', advice);
    if (askAgainAfter >= resolveAfter)
      complain(context, resolveAfter, 'resolveAfter is not later than askAgainAfter.', advice);
  }),
  '{ askAfter: 1d, askAgainAfter: 3d, resolveAfter: 7d }',
);

export const promises = section(
  { remindBefore: field.duration.prefault('15m') },
  'How long before a promised update is due its agent is reminded.',
);

const scoreAdvice = 'Write a whole number from 1 to 5.';

export const survey = section(
  {
    after: field.duration.prefault('1h'),
    remindAfter: field.duration.prefault('2d'),
    atMostEvery: field.duration.prefault('14d'),
    anonymous: field.yesOrNo.default(false),
    lowScore: z
      .int({ error: ({ input }) => says(`${show(input)} is not a score.`, scoreAdvice) })
      .min(1, { error: ({ input }) => says(`${show(input)} is below every score.`, scoreAdvice) })
      .max(5, { error: ({ input }) => says(`${show(input)} is above every score.`, scoreAdvice) })
      .meta({ description: 'This score or less goes to the lead.' })
      .default(2),
  },
  'Ask requesters how it went; without this section nobody is asked.',
);

export const digest = section(
  {
    id: field.id,
    to: field
      .nonEmpty('a reader', 'Write managers, admins, the id of a team, or a person of this file.')
      .default('managers'),
    at: field.timeOfDay,
    timeZone: field.timeZone.exactOptional(),
    days: days.exactOptional(),
    every: oneOf(['day', 'week', 'month']).meta({ description: 'What it looks back on.' }).default('day'),
    lateAtMost: field.duration.prefault('3h'),
  },
  'A summary sent as a direct message.',
);
