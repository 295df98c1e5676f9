import { z } from 'zod';
import * as field from './desk-file-fields.ts';
import { listOf, oneOf, says, section, show } from './desk-file-fields.ts';
import { complain } from './desk-file-times.ts';

export const priority = oneOf(['P1', 'P2', 'P3', 'P4']);

const counterpart = section(
  { team: field.id.exactOptional(), towards: field.id.exactOptional(), vendor: field.id.exactOptional() },
  'With whom this is agreed: a team (towards another team, or all) or a vendor. Without it, the requester.',
).transform(({ team, towards, vendor }, context) => {
  // A mistyped key is told by itself.
  if (context.issues.length > 0) return z.NEVER;
  const advice = 'Write with: { team: network, towards: it } or with: { vendor: isp }.';
  if (vendor === undefined && team !== undefined) {
    if (towards === team)
      complain(context, towards, 'A team has no agreement with itself.', 'Name another team, or leave towards out.', [
        'towards',
      ]);
    return { team, ...(towards === undefined ? {} : { towards }) };
  }
  if (vendor !== undefined && team === undefined && towards === undefined) return { vendor };
  const problem =
    vendor === undefined
      ? 'It is not said with whom this is agreed.'
      : 'An agreement is with a team or with a vendor, not with both.';
  complain(context, { team, towards, vendor }, problem, advice);
  return z.NEVER;
});

export const serviceLevel = section(
  {
    id: field.id,
    when: section(
      {
        kind: oneOf(['incident', 'request', 'problem', 'change']).exactOptional(),
        priority: priority.exactOptional(),
        service: field.id.exactOptional(),
        team: field.id.exactOptional(),
        group: field.id.exactOptional(),
      },
      'Which tickets this is for; {} fits all.',
    ).default({}),
    with: counterpart.exactOptional(),
    calendar: field.id.default('always'),
    respond: field.duration.exactOptional(),
    update: field.duration.exactOptional(),
    resolve: field.duration.exactOptional(),
  },
  'Targets for tickets. The first whose `when` fits is used.',
);

const whileHeld = oneOf(['paused', 'runs']);

const holdReason = z
  .union(
    [
      whileHeld,
      section(
        { clock: whileHeld.exactOptional(), atMost: field.duration.exactOptional() },
        'What the clock does, and how long a ticket may wait before the lead hears of it.',
      ),
    ],
    {
      error: ({ input }) =>
        says(
          `${show(input)} is not known here.`,
          'Write one of: paused, runs; or a section: { clock: paused, atMost: 5d }.',
        ),
    },
  )
  .exactOptional();

export const holdReasons = section(
  { requester: holdReason, vendor: holdReason, change: holdReason, scheduled: holdReason },
  'Whether the clock to the solution is paused or runs while a ticket is on hold.',
);

export const reminder = section(
  {
    at: field.percent,
    tell: listOf(oneOf(['assignee', 'team', 'lead', 'manager']), 'Write a list: [assignee, team].').default([]),
    escalate: z
      .literal('up', { error: () => says('Reminders can only escalate up.', 'Write escalate: up.') })
      .exactOptional(),
  },
  'Who is told when so much of a target has passed.',
);
