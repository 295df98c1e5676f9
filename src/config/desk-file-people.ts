import * as field from './desk-file-fields.ts';
import { listOf, oneOf, says, section } from './desk-file-fields.ts';
import { person, place } from './desk-file-names.ts';
import { openingTimes } from './desk-file-times.ts';

/** A list of people. @param who what the list is for, as editors show it */
export const people = (who: string) =>
  listOf(person, 'Write a list of people: [ben@example.com, cem@example.com].').meta({ description: who });

export const name = field.nonEmpty('a name', 'Write the name as people know it.');

const shift = section(
  {
    agents: people('Who works these hours.').min(1, {
      error: () => says('Nobody works this shift.', 'Name its agents: agents: [ben@example.com].'),
    }),
    timeZone: field.timeZone.exactOptional(),
    open: openingTimes,
  },
  'Agents who work the same hours.',
);

export const team = section(
  {
    id: field.id,
    name: name.exactOptional(),
    agents: people('Who works the tickets of the team.').default([]),
    leads: people('Who is told when a ticket is late; leads may do all that agents may.').default([]),
    triage: place.default({}),
    assign: oneOf(['turns', 'fewest'])
      .meta({
        description: 'Who gets a new ticket: the next in turn, or whoever has the fewest. Absent: who claims it.',
      })
      .exactOptional(),
    shifts: listOf(
      shift,
      'Write a list of shifts: [{ agents: [ben@example.com], open: { mon-fri: ["08:00-16:00"] } }].',
    ).exactOptional(),
  },
  'A group of people that takes tickets.',
);

export const group = section(
  { id: field.id, name: name.exactOptional(), members: people('Who belongs to the group.').default([]) },
  'People whom service levels can single out.',
);

export const vendor = section({ id: field.id, name: name.exactOptional() }, 'A company that tickets wait for.');
