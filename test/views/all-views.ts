import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { ArticleText } from '../../src/knowledge/article.ts';
import type { Outage } from '../../src/outages/outage.ts';
import { editionOn } from '../../src/reports/digest-edition.ts';
import { dropStates, type SecretDrop } from '../../src/secrets/secret-drop.ts';
import { secretKinds } from '../../src/secrets/sensitive.ts';
import type { Survey } from '../../src/surveys/survey.ts';
import { textMark } from '../../src/tickets/conversation.ts';
import { notices } from '../../src/tickets/effects.ts';
import { statuses, type Ticket } from '../../src/tickets/ticket.ts';
import type { TicketAnswer } from '../../src/tickets/ticket-answer.ts';
import { absenceCard, handedOverCard } from '../../src/views/absence-card.ts';
import { agentCard } from '../../src/views/agent-card.ts';
import { answerCard, askedCard } from '../../src/views/answer-card.ts';
import { articleDoneCard, articleList, reviewCard } from '../../src/views/article-list.ts';
import { type DigestFacts, digestCard } from '../../src/views/digest-card.ts';
import { articleForm } from '../../src/views/forms/article-form.ts';
import { assignForm } from '../../src/views/forms/assign-form.ts';
import { awayForm } from '../../src/views/forms/away-form.ts';
import { cancelForm } from '../../src/views/forms/cancel-form.ts';
import { declareForm } from '../../src/views/forms/declare-form.ts';
import { editForm } from '../../src/views/forms/edit-form.ts';
import { escalateForm } from '../../src/views/forms/escalate-form.ts';
import { holdForm } from '../../src/views/forms/hold-form.ts';
import { linkForm } from '../../src/views/forms/link-form.ts';
import { mergeForm } from '../../src/views/forms/merge-form.ts';
import { newIssueForm } from '../../src/views/forms/new-issue-form.ts';
import { noteForm } from '../../src/views/forms/note-form.ts';
import { priorityForm } from '../../src/views/forms/priority-form.ts';
import { promiseForm } from '../../src/views/forms/promise-form.ts';
import { reopenForm } from '../../src/views/forms/reopen-form.ts';
import { replyForm } from '../../src/views/forms/reply-form.ts';
import { resolveForm } from '../../src/views/forms/resolve-form.ts';
import { snoozeForm } from '../../src/views/forms/snooze-form.ts';
import { splitForm } from '../../src/views/forms/split-form.ts';
import { stillBrokenForm } from '../../src/views/forms/still-broken-form.ts';
import { surveyForm } from '../../src/views/forms/survey-form.ts';
import { helpCard } from '../../src/views/help-card.ts';
import { hiddenSecretCard } from '../../src/views/hidden-secret-card.ts';
import { homePage } from '../../src/views/home-page.ts';
import { joinedCard } from '../../src/views/joined-card.ts';
import { morningCard } from '../../src/views/morning-card.ts';
import { movedCard } from '../../src/views/moved-card.ts';
import { noticeCard } from '../../src/views/notice-card.ts';
import { outageStatusCard } from '../../src/views/outage-status-card.ts';
import { possibleOutageCard } from '../../src/views/possible-outage-card.ts';
import { promiseOffer } from '../../src/views/promise-offer.ts';
import { raisedCard } from '../../src/views/raised-card.ts';
import { remarkCard } from '../../src/views/remark-card.ts';
import { reopenOffer } from '../../src/views/reopen-offer.ts';
import { requesterCard } from '../../src/views/requester-card.ts';
import {
  enterSecretCard,
  openSecretCard,
  secretAskedCard,
  secretLinkCard,
  secretStateCard,
  whichTicketCard,
} from '../../src/views/secret-drop-card.ts';
import { sendOffer } from '../../src/views/send-offer.ts';
import { sentCard } from '../../src/views/sent-card.ts';
import {
  nothingToSuggestCard,
  type SuggestedReply,
  suggestedReplyCard,
  suggestionGoneCard,
} from '../../src/views/suggested-reply-card.ts';
import { anonymousLowScoreCard } from '../../src/views/survey-low-score.ts';
import { surveyThanks } from '../../src/views/survey-thanks.ts';
import { takenPrivatelyCard } from '../../src/views/taken-privately-card.ts';
import { ticketDetails } from '../../src/views/ticket-details.ts';
import { ticketList } from '../../src/views/ticket-list.ts';
import { type TicketSummary, ticketSummaryCard } from '../../src/views/ticket-summary-card.ts';
import { translationOffer } from '../../src/views/translation-offer.ts';
import type { ViewContext } from '../../src/views/view-context.ts';
import { aDigest } from '../reports/a-digest.ts';
import { aFile, aNotice, aRemark, aTicketThatIs, openedAt } from './a-ticket.ts';

/** A ticket with the same words of a person wherever a person can leave words. */
export function ticketsSaying(words: string): readonly Ticket[] {
  const categoryOf = (how: 'suggested' | 'shadow') =>
    ({ field: 'category', value: `${words}?`, confidence: 0.7, by: 'model', how }) as const;
  return statuses.map((status) => {
    const usual = aTicketThatIs(status);
    return {
      ...usual,
      title: words,
      description: words,
      priorityReason: words,
      tags: [words],
      category: words,
      triage: {
        ...{ by: 'local', language: 'en', asked: [] },
        guesses: [categoryOf('suggested'), categoryOf('shadow')],
      },
      similar: [{ key: 'INC-3', what: words, score: 0.9 }],
      source: { via: 'form', key: 'f', files: [aFile(words)] },
      history: [...usual.history, { at: openedAt, by: 'ben', move: 'resolve', changes: [], note: words }],
      ...(usual.hold ? { hold: { ...usual.hold, note: words } } : {}),
      ...(usual.resolution ? { resolution: { ...usual.resolution, note: words } } : {}),
      ...(usual.cancelReason ? { cancelReason: words } : {}),
    };
  });
}

/** One that has this ticket as its one thing to look at. */
function digestOf(ticket: Ticket): DigestFacts {
  const highlight = { kind: 'overdue', ticket, since: openedAt } as const;
  const counts = { opened: 1, resolved: 1, open: 1, overdue: 1, dueToday: 1, stuck: 1 };
  return { edition: editionOn(aDigest(), '2026-03-03'), scope: {}, content: { counts, bars: [], highlight } };
}

/** Every card that can be drawn of a ticket, with the same words said about it. */
export function cardsOf(ticket: Ticket, words: string, context: ViewContext): readonly Card[] {
  const remark = aRemark({ text: words, files: [aFile(words)] });
  const page = { lines: [ticket], total: 1, page: 0, pageSize: 10 };
  const list = { id: 'found', title: words, empty: words };
  const facts = { internal: false, forAgents: true, markId: 'm' };
  const reader = { isInsider: true, buttons: [] };
  const away = { absence: { person: 'ben', from: openedAt, until: openedAt }, tickets: [{ ticket, mayAssign: true }] };
  return [
    requesterCard(ticket, context),
    agentCard(ticket, 'agent:it', context),
    movedCard(ticket, 'agent:it', context),
    ...notices.map((notice) => noticeCard(ticket, aNotice(notice, { note: words }), context)),
    remarkCard(remark, ticket, context, facts),
    remarkCard(
      { ...remark, translation: { to: 'de', from: words, text: words, of: textMark(words) } },
      ticket,
      context,
      facts,
    ),
    translationOffer(ticket, { id: 'd', text: words, language: words }, context),
    ticketDetails(ticket, [remark], context, reader),
    ticketList(page, list, context),
    digestCard(digestOf(ticket), context),
    homePage({ mine: page, agent: { assigned: page, unclaimed: page }, dueSoon: page, heldByAway: [away] }, context),
    absenceCard(away, context),
    handedOverCard('ben', [{ ticket }, { ticket, to: 'lea' }], context),
    raisedCard(ticket, context, { isNew: true, permalink: 'https://example.com/' }),
    takenPrivatelyCard(ticket, context),
    sendOffer('m', ticket, context),
    promiseOffer(ticket, new Date('2026-03-02T15:00:00Z'), context),
    morningCard([{ ticket, effect: aNotice('reminder') }], 'held', context),
    sentCard(ticket, context),
    suggestedReplyCard(ticket, aDraft(words), context),
    suggestedReplyCard(ticket, { ...aDraft(words), saidSince: words, spoken: { by: 'openai' } }, context),
    nothingToSuggestCard(ticket, { by: 'local', fellBack: 'budget' }, context),
    suggestionGoneCard(ticket, context),
    ticketSummaryCard(ticket, { spoken: { by: 'openai' }, text: words }, context),
    ticketSummaryCard(ticket, aSummary(words), context),
    reopenOffer(ticket, context),
    helpCard(context),
    answerCard(ticket, anAnswer(words), context),
    askedCard(anAnswer(words), context),
    articleList([{ id: 'a', version: 1, text: anArticleText(words) }], context),
    articleDoneCard({ id: 'a', version: 1, text: anArticleText(words) }, context),
    reviewCard([{ id: 'a', version: 1, text: anArticleText(words) }], context, 'm'),
    possibleOutageCard(aPossibleOutage(ticket), 'm', context),
    outageStatusCard(ticket, { markId: 'm', update: { text: words, at: openedAt }, isOpen: true }, context),
    joinedCard(ticket, context),
    hiddenSecretCard({ kinds: secretKinds, message: { permalink: 'https://example.com/' } }, context),
    hiddenSecretCard({ kinds: ['password'], message: {}, isByOther: true }, context),
    enterSecretCard(aDrop(ticket), 'https://example.com/', ticket, context),
    secretAskedCard(ticket, context),
    openSecretCard(aDrop(ticket), 'k'.repeat(43), ticket, context),
    secretLinkCard(ticket.key, 'https://example.com/', context),
    ...dropStates.map((state) => secretStateCard({ ...aDrop(ticket), state }, context, 'open')),
    whichTicketCard([ticket], context),
    anonymousLowScoreCard(aSurvey(words), context, 'm'),
    surveyThanks(ticket, { ...aThanks, survey: aSurvey(words) }, context),
  ];
}

const aDraft = (text: string): SuggestedReply => ({
  ...{ id: 'd', text, spoken: { by: 'local' } },
  sources: [{ ticket: 'INC-3', title: text }, { article: text }],
});

const aSummary = (text: string): TicketSummary => ({
  spoken: { by: 'local', fellBack: 'timeout' },
  requesterLast: aRemark({ text }),
  agentLast: aRemark({ text }),
  open: { by: 'requester', text },
});

const anAnswer = (text: string): TicketAnswer => ({
  ...{ at: openedAt, by: 'openai', text, state: 'offered' },
  quotes: [{ article: 'a', version: 1, title: text, url: 'https://wiki.example', headings: [text], text }],
});

const anArticleText = (title: string): ArticleText => ({ title, body: title, state: 'draft', audience: 'public' });

const aThanks = {
  question: { key: 'INC-42', stamp: 'mfk2x1', token: '6f1c7a52-40c3-4b0e-9a64-0d7f3c1c9a11' },
  isShared: true,
  isLow: true,
};

function aDrop({ key, requester }: Ticket): SecretDrop {
  return {
    ...{ id: 'd'.repeat(16), ticket: key, from: requester, to: 'team', askedBy: 'ben', state: 'filled' },
    ...{ createdAt: openedAt, expiresAt: openedAt, opened: { by: 'ben', at: openedAt } },
    ...{ entryCards: [], openCards: [] },
  };
}

function aSurvey(comment: string): Survey {
  const facts = { id: 's', team: 'it', priority: 'P3', askedAt: openedAt, day: '2026-03-02', version: 1 } as const;
  return { ...facts, score: 1, comment };
}

export const services = [
  { id: 'vpn', name: 'VPN', confidential: false },
  { id: 'payroll', name: 'Payroll', confidential: true },
];
export const teams = [
  { id: 'it', name: 'IT support' },
  { id: 'net', name: 'Networks' },
];

/** Every form there is. */
export function formsOf(ticket: Ticket, context: ViewContext): readonly Form[] {
  return [
    newIssueForm(services, context, { description: ticket.description }),
    assignForm(ticket, teams, context),
    replyForm(ticket, context),
    articleForm({ value: '0 a', isNew: true, text: anArticleText('Printing'), services }, context),
    noteForm(ticket, context),
    holdForm(ticket, [{ id: 'acme', name: 'Acme' }], context),
    escalateForm(ticket, teams, context),
    resolveForm(ticket, context),
    reopenForm(ticket, context),
    priorityForm(ticket, context),
    cancelForm(ticket, context),
    editForm(ticket, services, context),
    linkForm(ticket, context),
    mergeForm(ticket, context),
    splitForm(ticket, context),
    stillBrokenForm(ticket, context),
    promiseForm(ticket, context),
    snoozeForm(ticket, context),
    awayForm(context),
    declareForm(aPossibleOutage(ticket), context),
    surveyForm({ key: ticket.key, stamp: 'mfk2x1' }, aSurvey(ticket.description), context),
  ];
}

/** Three people report what the ticket says, one of them is an alert. */
export function aPossibleOutage(ticket: Ticket): Outage {
  const { key, requester, title, service, openedAt: at } = ticket;
  const report = { id: key, person: requester, isBot: false, at, title };
  return {
    ...{ id: `outage:${key}`, state: 'possible', team: 'it', common: [title], raisedAt: at, cards: [], version: 1 },
    ...(service ? { service } : {}),
    reports: [
      report,
      { ...report, id: 'INC-43', person: 'ben' },
      { ...report, id: 'bot:slack:m9', person: 'monitor', isBot: true, url: 'https://chat.example/m9' },
    ],
  };
}
