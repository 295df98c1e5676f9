import type { ChannelSeed } from './channels.ts';
import type { PersonSeed } from './people.ts';

/** Who works in the workspace unless a test says otherwise. */
export const defaultPeople: readonly PersonSeed[] = [
  person('U0DANA', 'dana', 'Dana Employee'),
  person('U0EVE', 'eve', 'Eve Employee'),
  person('U0BEN', 'ben', 'Ben Agent'),
  person('U0CEM', 'cem', 'Cem Agent'),
  person('U0LEA', 'lea', 'Lea Lead'),
  person('U0MIA', 'mia', 'Mia Manager'),
  person('U0ADA', 'ada', 'Ada Admin'),
  person('U0HANA', 'hana', 'Hana HR'),
];

/** The channels unless a test says otherwise; the app is in all of them. */
export const defaultChannels: readonly ChannelSeed[] = [
  { id: 'C0GENERAL', name: 'general', members: 'everyone', botIsMember: true },
  { id: 'C0HELPIT', name: 'help-it', members: 'everyone', botIsMember: true },
  { id: 'C0ITTRIAGE', name: 'it-triage', members: ['U0BEN', 'U0CEM', 'U0LEA', 'U0MIA', 'U0ADA'], botIsMember: true },
  { id: 'C0HRTRIAGE', name: 'hr-triage', private: true, members: ['U0HANA'], botIsMember: true },
];

function person(id: string, name: string, realName: string): PersonSeed {
  return { id, name, realName, email: `${name}@example.com` };
}
