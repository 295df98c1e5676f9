import { z } from 'zod';
import { assistant } from './desk-file-assistant.ts';
import * as field from './desk-file-fields.ts';
import { listOf, oneOf, says, section } from './desk-file-fields.ts';
import { digest, noAnswer, nudges, promises, survey } from './desk-file-follow-ups.ts';
import { knowledge, replies } from './desk-file-knowledge.ts';
import { holdReasons, priority, reminder, serviceLevel } from './desk-file-levels.ts';
import { placeShape } from './desk-file-names.ts';
import { outages, recurring } from './desk-file-outages.ts';
import { group, name, people, team, vendor } from './desk-file-people.ts';
import { masking, secrets } from './desk-file-secrets.ts';
import { calendar, quietHours } from './desk-file-times.ts';

const service = section(
  {
    id: field.id,
    name: name.exactOptional(),
    team: field.id.exactOptional(),
    keywords: listOf(name, 'Write a list of words: [vpn, tunnel].').default([]),
    confidential: field.yesOrNo.default(false),
  },
  'Something that people use and that a team cares for.',
);

const channel = section(
  { ...placeShape, team: field.id.exactOptional(), open: oneOf(['mention', 'reaction', 'message']).default('mention') },
  'A channel where people ask. `open` says what opens a ticket: a mention, the reaction (or a mention), or every message.',
);

const matrixRow = z
  .tuple([priority, priority, priority], {
    error: () =>
      says('A row of the matrix is not three priorities.', 'Write one for each urgency 1, 2, 3: [P1, P2, P3].'),
  })
  .meta({ description: 'The priorities for urgency 1, 2 and 3.' });

/** The shape of desk.yaml. Only `teams` is required; what is absent is filled in by `toDeskConfig`. */
export const deskFileSchema = section(
  {
    desk: section(
      { name: name.exactOptional(), timeZone: field.timeZone.exactOptional(), locale: field.locale.exactOptional() },
      'What the desk is called, the time zone of its days, and the language it speaks in channels.',
    ).exactOptional(),
    people: section(
      {
        admins: people('May do everything.').default([]),
        managers: people('Get digests and escalations.').default([]),
      },
      'Who has a role in the whole desk.',
    ).exactOptional(),
    teams: listOf(team, 'Write at least one team: [{ id: it, agents: [ben@example.com] }].')
      .min(1, {
        error: () => says('There is no team.', 'Write at least one: [{ id: it, agents: [ben@example.com] }].'),
      })
      .meta({ description: 'At least one; the first takes what nobody else does.' }),
    groups: listOf(group, 'Write a list of groups: [{ id: board, members: [mia@example.com] }].').exactOptional(),
    vendors: listOf(vendor, 'Write a list of vendors: [{ id: isp, name: Acme Net }].').exactOptional(),
    services: listOf(service, 'Write a list of services: [{ id: vpn, name: VPN, team: it }].').exactOptional(),
    channels: listOf(channel, 'Write a list of channels: [{ slack: "#help-it", team: it }].').exactOptional(),
    priorities: section(
      { matrix: section({ 1: matrixRow, 2: matrixRow, 3: matrixRow }, 'Impact 1–3 → priorities for urgency 1–3.') },
      'How impact and urgency make a priority.',
    ).exactOptional(),
    calendars: listOf(calendar, 'Write a list of calendars: [{ id: always, open: 24x7 }].').exactOptional(),
    serviceLevels: listOf(
      serviceLevel,
      'Write a list: [{ id: standard, when: {}, respond: 4h, resolve: 24h }].',
    ).exactOptional(),
    holdReasons: holdReasons.exactOptional(),
    claimAnswers: field.yesOrNo
      .meta({ description: 'Whether taking a ticket counts as the first answer.' })
      .default(false),
    reminders: listOf(reminder, 'Write a list: [{ at: 75%, tell: [assignee, team] }].').exactOptional(),
    quietHours: quietHours.exactOptional(),
    reopenWithin: field.duration.exactOptional(),
    autoClose: section({ after: field.duration }, 'When a resolved ticket closes by itself.').exactOptional(),
    nudges: nudges.prefault({}),
    noAnswer: noAnswer.prefault({}),
    promises: promises.prefault({}),
    outages: outages.prefault({}),
    recurring: recurring.prefault({}),
    survey: survey.exactOptional(),
    digests: listOf(
      digest,
      'Write a list: [{ id: morning, to: managers, at: "08:30", days: mon-fri }].',
    ).exactOptional(),
    retention: section(
      { closedTickets: field.duration.exactOptional(), messages: field.duration.exactOptional() },
      'How long closed tickets and conversations are kept.',
    ).exactOptional(),
    reaction: field.emoji.exactOptional(),
    assistant: assistant.prefault({}),
    knowledge: knowledge.prefault({}),
    replies: replies.exactOptional(),
    masking: masking.prefault({}),
    secrets: secrets.prefault({}),
  },
  'A Deskhand service desk.',
);

/** desk.yaml after its shape was checked: words such as `4h` are numbers, e-mails are lower-case. */
export type DeskFile = z.output<typeof deskFileSchema>;
