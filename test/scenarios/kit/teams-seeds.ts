import type { PersonSeed } from '../../../playground/teams/people.ts';
import type { TeamSeed } from '../../../playground/teams/places.ts';
import { seeds } from './slack-seeds.ts';
import { cast, type StageOptions } from './stage.ts';

/** The same people as in Slack, by e-mail, and the same channels: private ones in a team of everyone. */
export function teamsSeeds(options: StageOptions = {}, agents: readonly string[] = []) {
  const { withoutApp = [] } = options;
  const people: PersonSeed[] = seeds(options, agents).people.map(({ name, email, realName, locale }) => ({
    ...{ email: email ?? '', realName: realName ?? '' },
    hasApp: !withoutApp.some((one) => one === name),
    ...(locale ? { locale } : {}),
  }));
  const hr = options.hrTriage ?? { members: ['hana'], isPrivate: true };
  const teams: TeamSeed[] = [
    { name: 'Company', members: 'everyone', hearsAll: true, channels: ['general', 'help-it'] },
    { name: 'IT', members: mails(['ben', 'cem', 'lea', ...agents]), hearsAll: true, channels: ['it-triage'] },
    { name: 'Network', members: mails(['nia', 'lea']), hearsAll: true, channels: ['network-triage'] },
    {
      name: 'HR',
      members: hr.isPrivate ? mails(cast) : mails(hr.members),
      hearsAll: true,
      channels: ['people', hr.isPrivate ? { name: 'hr-triage', members: mails(hr.members) } : 'hr-triage'],
    },
  ];
  return { people, teams };
}

function mails(names: readonly string[]): readonly string[] {
  return names.map((name) => `${name}@example.com`);
}
