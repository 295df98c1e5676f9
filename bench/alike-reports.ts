/** How long it takes to compare one report with 10,000 that are open: npx tsx bench/alike-reports.ts */
import { performance } from 'node:perf_hooks';
import { GistReader } from '../src/outages/gist.ts';
import { RecentReports } from '../src/outages/recent-reports.ts';
import { gistOf, termsOf } from '../src/outages/report-of.ts';

const count = 10_000;
const things = [
  'vpn',
  'outlook',
  'printer',
  'wifi',
  'crm',
  'sap',
  'shop',
  'phone',
  'intranet',
  'badge',
  'excel',
  'beamer',
];
const faults = ['is down', 'does not open', 'keeps crashing', 'is slow', 'shows an error', 'hangs'];
const wheres = Array.from({ length: 3_000 }, (_, at) => `place${at.toString(36)}`);

const gists = new GistReader([{ id: 'vpn', name: 'VPN', keywords: ['vpn', 'tunnel'] }]);
const recent = new RecentReports({ keptSince: async () => [] });
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const reportAt = (at: number) => {
  const title = `${pick(things, at)} ${pick(faults, at >> 2)} in ${pick(wheres, at * 7)}`;
  const terms = termsOf(gists.read({ title, text: '' }));
  const facts = { isBot: false, isTrouble: true, team: 'it', matter: title };
  return { id: `INC-${at}`, person: `p${at}`, at: new Date(at), title, terms, ...facts };
};
const begun = performance.now();
for (let at = 0; at < count; at += 1) recent.add(reportAt(at));
const filled = performance.now();
const times = Array.from({ length: 200 }, (_, at) => {
  const from = performance.now();
  recent.like(gistOf(reportAt(count + at * 13)), [], new Date());
  return performance.now() - from;
}).sort((a, b) => a - b);
const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`;
console.log(
  `${count} reports taken in: ${ms(filled - begun)}; heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`,
);
console.log(`one compared with all: median ${ms(times[100])}, worst ${ms(times.at(-1))}`);
