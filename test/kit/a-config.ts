import type { DeskConfig } from '../../src/config/desk-config.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

/** A desk with three teams, one of them with a confidential service, unless told otherwise. */
export function aConfig(facts: Partial<DeskConfig> = {}): DeskConfig {
  const result = parseDeskFile(text);
  if ('faults' in result) throw new Error(`the test's desk.yaml has faults: ${JSON.stringify(result.faults)}`);
  return { ...result.config, ...facts };
}

const text = `
desk: { name: IT Help, timeZone: Europe/Berlin, locale: en }
people: { admins: [ada@example.com], managers: [mia@example.com] }
teams:
  - id: it
    name: IT support
    agents: [ben@example.com, cem@example.com]
    leads: [lea@example.com]
    triage: { slack: "#it-triage" }
  - id: network
    name: Network
    agents: [nia@example.com]
    leads: [lea@example.com]
    triage: { slack: "#network-triage" }
  - id: hr
    name: HR
    agents: [hana@example.com]
    leads: [hugo@example.com]
    triage: { slack: "#hr-triage" }
services:
  - { id: vpn, name: VPN, team: it, keywords: [vpn, tunnel] }
  - { id: email, name: E-mail, team: it, keywords: [email, outlook] }
  - { id: wifi, name: Wi-Fi, team: network, keywords: [wifi, wi-fi, access point] }
  - { id: payroll, name: Payroll, team: hr, confidential: true, keywords: [salary, payslip] }
channels:
  - { slack: "#help-it", team: it, open: message }
  - { slack: "#general", team: network, open: reaction }
priorities:
  matrix: { 1: [P1, P2, P3], 2: [P2, P3, P4], 3: [P3, P4, P4] }
reopenWithin: 7d
`;
