import type { ChannelSeed } from '../../../playground/slack/channels.ts';
import type { PersonSeed } from '../../../playground/slack/people.ts';
import { cast, type StageOptions } from './stage.ts';

/** The people and channels of the scenarios' workspace, with these agents more. */
export function seeds({ hrTriage }: StageOptions = {}, agents: readonly string[] = []) {
  const people: PersonSeed[] = [...cast, ...agents].map((name) => ({
    id: idOf(name),
    name,
    realName: realNames[name] ?? name.replace(/^agent/, 'Agent '),
    email: `${name}@example.com`,
    locale: name === 'dieter' ? 'de-DE' : 'en-GB',
  }));
  const hr = hrTriage ?? { members: ['hana'], isPrivate: true };
  const channels: ChannelSeed[] = [
    { id: 'C0GENERAL', name: 'general', members: 'everyone', botIsMember: true },
    { id: 'C0HELPIT', name: 'help-it', members: 'everyone', botIsMember: true },
    { id: 'C0ITTRIAGE', name: 'it-triage', members: ['ben', 'cem', 'lea', ...agents].map(idOf), botIsMember: true },
    { id: 'C0NETTRIAGE', name: 'network-triage', members: ['nia', 'lea'].map(idOf), botIsMember: true },
    { id: 'C0HRTRIAGE', name: 'hr-triage', private: hr.isPrivate, members: hr.members.map(idOf), botIsMember: true },
  ];
  return { people, channels };
}

const realNames: Readonly<Record<string, string>> = {
  ben: 'Ben Agent',
  cem: 'Cem Agent',
  nia: 'Nia Agent',
  dana: 'Dana Employee',
  eve: 'Eve Employee',
  dieter: 'Dieter Angestellter',
  hana: 'Hana HR',
  lea: 'Lea Lead',
  mia: 'Mia Manager',
  ada: 'Ada Admin',
};

function idOf(name: string): string {
  return `U0${name.toUpperCase()}`;
}
