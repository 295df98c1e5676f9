import { describe, expect, it } from '@jest/globals';
import type { Survey } from '../../src/surveys/survey.ts';
import { noticeCard } from '../../src/views/notice-card.ts';
import { anonymousLowScoreCard } from '../../src/views/survey-low-score.ts';
import { surveyThanks } from '../../src/views/survey-thanks.ts';
import { aContext } from './a-context.ts';
import { aNotice, aTicketThatIs, openedAt } from './a-ticket.ts';
import { labelsOf, linesOf } from './shown.ts';

const faces = ['1 😞', '2 🙁', '3 😐', '4 🙂', '5 😀'];
const question = { key: 'INC-42', stamp: 'mm8t' };
const survey: Survey = {
  ...{ id: 's', team: 'it', service: 'vpn', priority: 'P3', askedAt: openedAt, day: '2026-03-02', version: 1 },
  ...{ score: 1, comment: 'Twice in a week.' },
};

describe('the question how it went', () => {
  it.each(['en', 'de'])('has the same five buttons in every language: %s', (locale) => {
    const card = noticeCard(aTicketThatIs('resolved'), aNotice('survey'), aContext(locale));

    expect(labelsOf(card.buttons)).toEqual(faces);
    expect(card.buttons?.map(({ action }) => action)).toEqual(faces.map(() => 'survey.rate'));
    expect(card.buttons?.map(({ value }) => value.split(' ').slice(0, 2).join(' '))).toEqual(
      ['1', '2', '3', '4', '5'].map((score) => `INC-42 ${score}`),
    );
  });

  it('says whether the answer is anonymous', () => {
    const lines = (isSurveyAnonymous: boolean) =>
      linesOf(noticeCard(aTicketThatIs('closed'), aNotice('survey'), { ...aContext(), isSurveyAnonymous })).join();

    expect(lines(true)).toContain('Nobody learns which answer was yours.');
    expect(lines(false)).not.toContain('Nobody learns');
  });
});

describe('the thanks for an answer', () => {
  const thanks = (facts: Partial<Parameters<typeof surveyThanks>[1]>, status: 'resolved' | 'closed' = 'resolved') =>
    surveyThanks(aTicketThatIs(status), { question, survey, isShared: false, isLow: true, ...facts }, aContext());

  it('name the score to its author alone', () => {
    expect(linesOf(thanks({})).join()).toContain('You gave INC-42 1 of 5.');
    expect(linesOf(thanks({ isShared: true })).join()).not.toContain('1 of 5');
  });

  it.each([
    ['alone, low', {}, true],
    ['alone, not low', { isLow: false }, false],
    ['before others, not low', { isLow: false, isShared: true }, true],
    ['by name', { survey: { ...survey, ticket: 'INC-42' } }, false],
  ])('offer "still broken" to whom no lead can help: %s', (_case, facts, isOffered) => {
    expect(labelsOf(thanks(facts).buttons).includes('Still broken')).toBe(isOffered);
    expect(labelsOf(thanks(facts, 'closed').buttons)).not.toContain('Still broken');
  });
});

describe('a low score', () => {
  const about = { score: 2, url: 'https://chat.example/m', mayReopen: true } as const;
  const told = (status: 'resolved' | 'closed' | 'in_progress', facts = about) =>
    noticeCard(aTicketThatIs(status), aNotice('lowScore', { to: { person: 'lea' }, about: facts }), aContext());

  it('is told with its ticket, who gave it, and where to read on', () => {
    expect(linesOf(told('resolved'))).toEqual([
      'INC-42 VPN is down',
      'Dana Lee rated INC-42 2 of 5.',
      'Open the conversation',
    ]);
  });

  it('offers to reopen what can be reopened, to whoever may', () => {
    expect(labelsOf(told('resolved').buttons)).toEqual(['Show', 'Reopen']);
    expect(labelsOf(told('closed').buttons)).toEqual(['Show']);
    expect(labelsOf(told('in_progress').buttons)).toEqual(['Show']);
  });

  it('is told of a service, or else of a team, when it is anonymous', () => {
    const { service, ...ofTeam } = survey;
    expect(service).toBe('vpn');
    expect(linesOf(anonymousLowScoreCard(survey, aContext(), 'm'))).toEqual([
      'A ticket about VPN was rated 1 of 5.',
      'Twice in a week.',
      'Answers are anonymous: it is not known which ticket it was, or whose.',
    ]);
    expect(linesOf(anonymousLowScoreCard(ofTeam, aContext(), 'm'))[0]).toBe('A ticket of IT support was rated 1 of 5.');
  });
});
