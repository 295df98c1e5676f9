import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';
import { aTeamsTenant, type TeamsTenantOptions } from '../../../playground/teams/tenant.ts';

/** How many people the tenant has beside those who always work there. */
export interface Crowd {
  /** `agent1@example.com` and so on, of the first team. */
  readonly moreAgents?: number;
  /** `asker1@example.com` and so on, who only ask. */
  readonly moreAskers?: number;
}

/** A tenant in which two teams of agents each have a channel, and the bot hears every word in the channels of all. */
export function aTenantOfFaults(
  options: Omit<TeamsTenantOptions, 'people' | 'teams'> = {},
  { moreAgents = 0, moreAskers = 0 }: Crowd = {},
): Promise<TeamsTenant> {
  const agents = numbered('agent', moreAgents);
  const people = ['dana', 'eve', 'ben', 'cem', 'nia', 'lea', ...agents, ...numbered('asker', moreAskers)];
  return aTeamsTenant({
    ...options,
    people: people.map((name) => ({ email: mail(name), realName: nameOf(name) })),
    teams: [
      { name: 'Example', members: 'everyone', channels: ['general', 'help-it'], hearsAll: true },
      {
        name: 'IT support',
        members: ['ben', 'cem', 'lea', ...agents].map(mail),
        channels: ['it-triage'],
        hearsAll: true,
      },
      { name: 'Network', members: ['nia', 'lea'].map(mail), channels: ['network-triage'], hearsAll: true },
    ],
  });
}

/** The desk.yaml of that tenant. */
export function deskFileFor(teams: TeamsTenant, { moreAgents = 0 }: Crowd = {}): string {
  const id = (channel: string) => JSON.stringify(teams.place(channel).id);
  const agents = ['ben', 'cem', ...numbered('agent', moreAgents)].map(mail);
  return `
desk: { name: IT Help, timeZone: Europe/Berlin, locale: en }
teams:
  - { id: it, name: IT support, agents: [${agents.join(', ')}], leads: [lea@example.com], triage: { teams: ${id('#it-triage')} } }
  - { id: network, name: Network, agents: [nia@example.com], leads: [lea@example.com], triage: { teams: ${id('#network-triage')} } }
services:
  - { id: vpn, name: VPN, team: it, keywords: [vpn, tunnel] }
  - { id: wifi, name: Wi-Fi, team: network, keywords: [wifi, wlan] }
channels:
  - { teams: ${id('#help-it')}, team: it, open: message }
# All write nearly the same here, and every message is counted.
outages: off
recurring: off
`;
}

/** `agent3` is called Agent 3, everybody else by their first name and what they do. */
export function nameOf(name: string): string {
  const first = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return /\d$/.test(name) ? first.replace(/\d+$/, ' $&') : `${first} Example`;
}

function numbered(word: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${word}${at + 1}`);
}

function mail(name: string): string {
  return `${name}@example.com`;
}
