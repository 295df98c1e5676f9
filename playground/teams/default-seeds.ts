import { defaultPeople as slackPeople } from '../slack/default-seeds.ts';
import type { PersonSeed } from './people.ts';
import type { TeamSeed } from './places.ts';

/** Who works in the tenant unless a test says otherwise: the same people, by e-mail, as in the Slack workspace. */
export const defaultPeople: readonly PersonSeed[] = slackPeople.flatMap(({ email, realName }) =>
  email === undefined ? [] : [{ email, realName }],
);

/** The teams unless a test says otherwise; the app is in all of them. */
export const defaultTeams: readonly TeamSeed[] = [
  { name: 'Example', members: 'everyone', channels: ['general', 'help-it'] },
  { name: 'IT support', members: mails('ben', 'cem', 'lea', 'mia', 'ada'), channels: ['it-triage'] },
  { name: 'HR', members: mails('hana'), channels: ['hr-triage'] },
];

function mails(...names: readonly string[]): readonly string[] {
  return names.map((name) => `${name}@example.com`);
}
