import type { Span, Text } from '../../chat/text.ts';

/** Answers from articles, and articles themselves. Form titles have at most 24 characters. */
export const knowledgeWords = {
  /** Above what is quoted. */
  maySolve: (key: string): Text => [`This may solve ${key} at once:`],
  solvedIt: 'That solved it',
  didNot: 'It did not',
  /** Under what is quoted. */
  goesOn: (team: string): string => `${team} has your issue all the same. Tell me whether this solved it.`,
  spoken: {
    local: 'Quoted word for word from our articles.',
    openai: 'Put together by a language model from the articles named here. Check it before you rely on it.',
  },
  fellBack: 'The language model did not answer: quoted word for word from our articles.',
  openPage: 'Open the page',
  solved: (key: string): Text => [`Good. ${key} is resolved.`],
  failed: (key: string, team: string): Text => [`Thanks. ${team} carries on with ${key}.`],
  /** The resolution that is kept with the ticket. */
  solvedBy: (titles: string): string => `Answered from our articles: ${titles}`,
  answerSolved: (key: string, by: Span): Text => [
    by,
    ` says that articles have solved ${key}. There is nothing left to do.`,
  ],
  answerOffered: (key: string): Text => [`Articles may solve ${key}.`],
  /** On the agents' card. */
  onCard: {
    offered: (titles: string): string => `Offered from articles: ${titles}`,
    solved: (titles: string): string => `Solved by articles: ${titles}`,
    failed: (titles: string): string => `Did not help: ${titles}`,
  },
  ask: {
    found: 'This is what our articles say:',
    unknown: 'I do not know. Raise an issue, and a person looks at it.',
    nothingAsked: (command: string): string =>
      `Write your question behind it: ${command} ask how do I reset my password?`,
  },
  articles: {
    make: 'Make article',
    makeTitle: 'Make an article',
    editTitle: 'Edit an article',
    submit: 'Keep',
    title: 'Title',
    body: 'Text',
    bodyHint: 'Markdown. Leave out who asked and what only concerns them.',
    audience: 'Who reads it',
    audiences: { public: 'everybody', agents: 'agents only' },
    reviewOn: 'Look at it again on',
    reviewHint: '2026-12-31. Its owner is reminded then.',
    url: 'Page that says it all',
    urlHint: 'https://… People are sent there.',
    publish: 'Publish it',
    publishHint: 'Otherwise it stays a draft, and nothing is answered from it.',
    badDay: 'Write the day as 2026-12-31.',
    badAddress: 'Write an address that begins with https:// or http://.',
    changedMeanwhile: 'Somebody has changed this article since. Open it again, so that nothing of theirs is lost.',
    tooLong: (title: string): string =>
      `“${title}” is too long for a form. Change its file in the knowledge folder, or import it again.`,
    gone: 'This article is not there, or it is not yours to change.',
    forAgents: 'Articles are written by agents, and changed by their owners.',
    list: 'Your articles and all drafts',
    listEmpty: 'You own no article, and there is no draft. Agents make one by Make article on a resolved ticket.',
    listHint: (shown: number, total: number): string => `${shown} of ${total}, the newest first.`,
    states: { draft: 'draft', published: 'published', retired: 'retired' },
    line: (state: string, audience: string, version: number): string => `${state} · ${audience} · version ${version}`,
    edit: 'Edit',
    publishNow: 'Publish',
    retire: 'Retire',
    kept: (title: string): string => `“${title}” is kept as a draft.`,
    published: (title: string): string => `“${title}” is published: questions are answered from it.`,
    retired: (title: string): string => `“${title}” is retired: nothing is answered from it any more.`,
    /** Of a draft that is made from a ticket. */
    problem: 'Problem',
    solution: 'Solution',
    reviewTitle: 'Please look at your articles again',
    reviewText: 'Their review date has passed. Edit them with a new date, or retire them.',
  },
  replies: {
    pick: 'Saved reply',
    pickHint: 'Type to search. Its text is filled in for you to check; you send it.',
    save: 'Save as reply',
    saveHint: 'For all agents, under its first words. The requester’s name and the key are left open.',
    filled: 'The saved reply is filled in. Check it, then send it.',
    saved: (title: string): string => `Saved as “${title}”.`,
  },
};
