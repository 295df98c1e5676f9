import type { Span, Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** How it went: the question, the answer, and who hears of it. */
export const surveyWords = {
  askedAgain: (key: string): Text => `We have not heard yet how it went with ${key}. One click is enough.`,
  scale: '1 is bad, 5 is very good.',
  scaleAnonymous: '1 is bad, 5 is very good. Nobody learns which answer was yours.',
  thanks: (key: string): Text => `Thank you for your answer on ${key}.`,
  thanksFor: (key: string, score: number): Text => `Thank you. You gave ${key} ${score} of 5.`,
  changeable: (days: number): Text =>
    plural(
      days,
      'Click another number within a day to change it.',
      `Click another number within ${days} days to change it.`,
    ),
  addComment: 'Add a comment',
  commentLabel: 'What should we know?',
  commentHint: 'The team that handled your ticket reads it.',
  commentHintAnonymous: 'Those who lead the team may read it, without your name.',
  send: 'Send',
  commented: (key: string): Text => `Thank you, your comment on ${key} is noted.`,
  /** Over a comment in the agents' thread. */
  comment: (score: number, words: string) => `How it went, ${score} of 5: ${words}`,
  void: (key: string): Text => `${key} has been reopened since we asked, so this question no longer counts.`,
  tooLate: (key: string): Text => `Your answer on ${key} is too long ago to be changed.`,
  answeredAlready: (key: string): Text =>
    `You have answered on ${key} already. Because nobody knows which answer is yours, only the message that thanks you can change it.`,
  noScore: (key: string): Text => `Click a number for ${key} first, then add your comment.`,
  lowScore: (key: string, requester: Span, score: number): Text => [requester, ` rated ${key} ${score} of 5.`],
  lowScoreOfService: (service: string, score: number): Text => `A ticket about ${service} was rated ${score} of 5.`,
  lowScoreOfTeam: (team: string, score: number): Text => `A ticket of ${team} was rated ${score} of 5.`,
  isAnonymous: 'Answers are anonymous: it is not known which ticket it was, or whose.',
  conversation: 'Open the conversation',
};
