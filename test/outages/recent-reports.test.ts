import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GistReader } from '../../src/outages/gist.ts';
import { likeness } from '../../src/outages/likeness.ts';
import type { KeptReport } from '../../src/outages/outage-store.ts';
import { RecentReports } from '../../src/outages/recent-reports.ts';
import { gistOf, termsOf } from '../../src/outages/report-of.ts';
import { minutes } from '../kit/fake-clock.ts';

const reader = new GistReader([{ id: 'vpn', name: 'VPN', keywords: ['vpn', 'tunnel'] }]);
const start = new Date('2026-03-02T09:00:00Z');
const at = (count: number) => new Date(start.getTime() + minutes(count));

function kept(id: string, title: string, when = start): KeptReport {
  const facts = { isBot: false, isTrouble: true, team: 'it', matter: title };
  return { ...facts, id, person: id, at: when, keptAt: when, title, terms: termsOf(reader.read({ title, text: '' })) };
}

function aStore(reports: readonly KeptReport[]) {
  const asked: Date[] = [];
  const keptSince = async (since: Date) => {
    asked.push(since);
    return reports.filter(({ keptAt }) => keptAt >= since);
  };
  return { asked, recent: new RecentReports({ keptSince }) };
}

const ids = (recent: RecentReports, title: string) =>
  recent.like(reader.read({ title, text: '' }), [], start).map(({ report }) => report.id);

describe('recent reports', () => {
  it('are read once, and then only what came since', async () => {
    const { recent, asked } = aStore([kept('a', 'VPN down', at(0)), kept('b', 'vpn slow', at(30))]);
    await recent.refresh(at(-60));
    await recent.refresh(at(-60));

    expect(asked).toEqual([at(-60), at(29)]);
    expect(recent.size).toBe(2);
  });

  it('are read with a minute of overlap from time to time, with a little of it in between', async () => {
    const seconds = (count: number) => at(count / 60);
    const { recent, asked } = aStore([kept('a', 'VPN down', at(0))]);
    await recent.refresh(seconds(-600));
    for (const now of [-599, -595, -590, -589, -580]) await recent.refresh(seconds(now));

    expect(asked.slice(1)).toEqual([seconds(-60), seconds(-2), seconds(-2), seconds(-60), seconds(-2)]);
  });

  it('are compared with a bounded number in a flood: those that share most, of these the latest', async () => {
    const flood = Array.from({ length: 1_000 }, (_, number) => kept(`flood-${number}`, 'the shop is down'));
    const { recent } = aStore([kept('same', 'shop: badge terminal'), ...flood]);
    await recent.refresh(at(-60));

    const found = ids(recent, 'badge terminal of the shop');
    expect(found).toHaveLength(300);
    expect(found[0]).toBe('same');
    expect(found).toContain('flood-999');
    expect(found).not.toContain('flood-0');
  });

  it('lose no place to those that are not meant, however much these share', async () => {
    const yesterday = Array.from({ length: 400 }, (_, number) =>
      kept(`old-${number}`, 'badge terminal of the shop', at(0)),
    );
    const { recent } = aStore([...yesterday, kept('today', 'shop is slow', at(600))]);
    await recent.refresh(at(-60));

    const gist = reader.read({ title: 'badge terminal of the shop', text: '' });
    const found = recent.like(gist, [], at(600), ({ at: when }) => when > at(590));
    expect(found.map(({ report }) => report.id)).toEqual(['today']);
  });

  it('are let go of when they are too old, with their words', async () => {
    const { recent } = aStore([kept('a', 'VPN down', at(0)), kept('b', 'vpn slow', at(30))]);
    await recent.refresh(at(-60));
    await recent.refresh(at(10));

    expect(ids(recent, 'the tunnel is closed')).toEqual(['b']);
    recent.drop('b');
    expect(ids(recent, 'the tunnel is closed')).toEqual([]);
  });

  it('are found by a word with a typo, a plural in another language, and a part of a compound', async () => {
    const { recent } = aStore([
      kept('a', 'salesforce hangs'),
      kept('b', 'terminal offline'),
      kept('c', 'webshop down'),
    ]);
    await recent.refresh(at(-60));

    expect(ids(recent, 'salesfroce is slow')).toEqual(['a']);
    expect(ids(recent, 'all terminals are down')).toEqual(['b']);
    expect(ids(recent, 'the shop is slow')).toEqual(['c']);
  });

  it('are all found that are alike, as if each were looked at', () => {
    const word = fc.constantFrom(
      'vpn',
      'tunnel',
      'shop',
      'webshop',
      'terminal',
      'terminals',
      'badge',
      'badges',
      'crm',
      'down',
    );
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(title, { maxLength: 20 }), title, (titles, asked) => {
        const { recent } = aStore([]);
        const reports = titles.map((text, index) => kept(String(index), text));
        for (const report of reports) recent.add(report);
        const gist = reader.read({ title: asked, text: '' });
        const found = recent.like(gist, [], start).filter(({ likeness: score }) => score >= 0.5);
        const all = reports.filter((report) => likeness(gist, gistOf(report)) >= 0.5);

        expect(found.map(({ report }) => report.id).sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });
});
