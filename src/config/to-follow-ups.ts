import type { DeskConfig, DigestConfig, NudgesConfig, SurveyConfig } from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';
import { dayIds } from './time-words.ts';

/** What the desk does by itself: nudges, questions and summaries. What the file turns off is not there. */
export function toFollowUps(
  { nudges, noAnswer, promises, survey, digests = [] }: DeskFile,
  timeZone: string,
): Pick<DeskConfig, 'nudges' | 'noAnswer' | 'promises' | 'survey' | 'digests'> {
  return {
    nudges: toNudges(nudges),
    ...(noAnswer === 'off' ? {} : { noAnswer: toNoAnswer(noAnswer) }),
    promises: { remindBeforeMs: promises.remindBefore },
    ...(survey === undefined ? {} : { survey: toSurvey(survey) }),
    digests: digests.map((digest) => toDigest(digest, timeZone)),
  };
}

function toNudges(nudges: DeskFile['nudges']): NudgesConfig {
  if (nudges === 'off') return {};
  const { unclaimed, stale } = nudges;
  return {
    ...(unclaimed === 'off' ? {} : { unclaimed: toUnclaimed(unclaimed) }),
    ...(stale === 'off' ? {} : { stale: { afterMs: stale.after } }),
  };
}

function toUnclaimed({ after, again }: { readonly after: number; readonly again?: number }) {
  return { afterMs: after, ...(again === undefined ? {} : { againMs: again }) };
}

function toNoAnswer({ askAfter, askAgainAfter, resolveAfter }: Exclude<DeskFile['noAnswer'], 'off'>) {
  return { askAfterMs: askAfter, askAgainAfterMs: askAgainAfter, resolveAfterMs: resolveAfter };
}

function toSurvey(survey: NonNullable<DeskFile['survey']>): SurveyConfig {
  const { after, remindAfter, atMostEvery, anonymous, lowScore } = survey;
  return {
    afterMs: after,
    remindAfterMs: remindAfter,
    atMostEveryMs: atMostEvery,
    isAnonymous: anonymous,
    lowScore,
  };
}

type Digest = NonNullable<DeskFile['digests']>[number];

function toDigest({ days, lateAtMost, ...digest }: Digest, timeZone: string): DigestConfig {
  return { timeZone, ...digest, days: days ?? dayIds.slice(0, 5), lateAtMostMs: lateAtMost };
}
