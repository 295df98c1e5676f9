import { describe, expect, it } from '@jest/globals';
import { isIssueAct } from '../../src/triage/first-sight.ts';
import { loadLanguageDetector } from '../../src/triage/language-of.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { talkOf } from '../../src/triage/talk-of.ts';
import { aConfig } from '../kit/a-config.ts';
import { french, type OurMessage, portuguese, spanish } from './our-messages.ts';

const config = aConfig();

async function judgedBy(messages: readonly OurMessage[], withDetector: boolean) {
  const triage = new LocalTriage(() => config, withDetector ? await loadLanguageDetector() : undefined);
  return messages.map(([text, act, kind]) => ({ text, act, kind, said: triage.judge(text) }));
}

const share = (list: readonly unknown[], right: readonly unknown[]) => right.length / list.length;

describe.each([
  ['Spanish', spanish],
  ['French', french],
  ['Portuguese', portuguese],
])('rules for %s, on the first day', (_, messages) => {
  it.each([true, false])('know an issue from talk, and one act from another (detector: %s)', async (withDetector) => {
    const judged = await judgedBy(messages, withDetector);
    expect(messages.length).toBeGreaterThanOrEqual(40);

    const isIssue = judged.filter(({ act, said }) => said.rules.isIssue.value === isIssueAct(act));
    const acts = judged.filter(({ act, said }) => said.rules.act.value === act);

    expect(share(judged, isIssue)).toBeGreaterThanOrEqual(0.95);
    expect(share(judged, acts)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([true, false])('know incidents from requests (detector: %s)', async (withDetector) => {
    const issues = (await judgedBy(messages, withDetector)).filter(({ kind }) => kind !== undefined);
    const right = issues.filter(({ kind, said }) => said.ticketKind.value === kind);

    expect(share(issues, right)).toBeGreaterThanOrEqual(0.85);
  });

  it('swallow no issue', async () => {
    const judged = await judgedBy(messages, true);
    const swallowed = judged.filter(({ text, act, said }) => isIssueAct(act) && talkOf(text, said.rules.act));

    expect(swallowed).toEqual([]);
  });
});
