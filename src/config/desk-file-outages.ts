import { z } from 'zod';
import * as field from './desk-file-fields.ts';
import { says, section, show } from './desk-file-fields.ts';

/** A section, or the word `off` in its place. */
function orOff<T extends z.ZodType>(shape: T, example: string) {
  return z.union([z.literal('off'), shape], {
    error: ({ input }) =>
      says(`${show(input)} is neither off nor a section with keys.`, `Write off, or a section: ${example}.`),
  });
}

const countAdvice = 'Write a whole number from 2 to 100: two people are the fewest that share something.';

const atLeastTwo = (called: string) =>
  z
    .int({ error: ({ input }) => says(`${show(input)} is not a number of ${called}.`, countAdvice) })
    .min(2, { error: ({ input }) => says(`${show(input)} ${called} are too few.`, countAdvice) })
    .max(100, { error: ({ input }) => says(`${show(input)} ${called} are too many.`, countAdvice) });

const likenessAdvice = 'Write a number from 0.1 (almost anything) to 1 (the same words), such as 0.5.';

const likeness = z
  .number({ error: ({ input }) => says(`${show(input)} is not a likeness.`, likenessAdvice) })
  .min(0.1, { error: ({ input }) => says(`${show(input)} would take everything for the same.`, likenessAdvice) })
  .max(1, { error: ({ input }) => says(`${show(input)} is more than the same.`, likenessAdvice) });

/** When several reports are taken for one outage, and when somebody is asked *Me too*. */
export const outages = orOff(
  section(
    {
      reports: atLeastTwo('reports')
        .meta({ description: 'So many people who report the same are a possible outage.' })
        .default(3),
      within: field.duration.prefault('10m').meta({ description: 'Within so long.' }),
      similarity: likeness
        .meta({ description: 'From which likeness on two reports are about the same: 0.1 to 1.' })
        .default(0.5),
      countBots: field.yesOrNo
        .meta({ description: 'Whether alerts of bots in listened channels count as reports.' })
        .default(false),
      lookBack: field.duration
        .prefault('1d')
        .meta({ description: 'How old an open ticket may be for *Me too* to be offered on it.' }),
    },
    'When several reports are taken for one outage, and when somebody is asked *Me too*.',
  ),
  '{ reports: 3, within: 10m }',
);

/** When agents are told that the same matter keeps coming back. */
export const recurring = orOff(
  section(
    {
      times: atLeastTwo('times').meta({ description: 'So often, the new one included.' }).default(5),
      within: field.duration.prefault('30d').meta({ description: 'Within so long; at most 400d are looked back on.' }),
    },
    'When agents are told that the same matter keeps coming back.',
  ),
  '{ times: 5, within: 30d }',
);
