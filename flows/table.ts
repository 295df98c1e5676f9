import type { ActionId, FormId } from '../src/chat/actions.ts';
import { notSolvedByArticles, solvedByArticles } from './answer-from-articles.ts';
import { askWhomToAssign, assignTicket } from './assign-ticket.ts';
import { askWhyToCancel, cancelTicket, withdrawTicket } from './cancel-ticket.ts';
import { claimTicket } from './claim-ticket.ts';
import { askForComment, commentOnSurvey } from './comment-on-survey.ts';
import { confirmFix } from './confirm-fix.ts';
import { askToDeclare, declareOutage, dismissOutage } from './declare-outage.ts';
import { askForEdit, editTicket } from './edit-ticket.ts';
import { askWhereToEscalate, escalateTicket } from './escalate-ticket.ts';
import { explainTicket } from './explain-ticket.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { askUntilWhen, comeBack, goAway } from './go-away.ts';
import { handOverAll } from './hand-over-all.ts';
import { askWhyToHold, holdTicket } from './hold-ticket.ts';
import { joinOutage } from './join-outage.ts';
import { editArticle, keepArticleByForm, publishArticle, retireArticle } from './keep-articles.ts';
import { askWhatToLink, linkTicket } from './link-ticket.ts';
import { turnPage } from './list-tickets.ts';
import { askForArticle } from './make-article.ts';
import { goOnAlone, joinIncident } from './me-too.ts';
import { askWhereToMerge, mergeTickets } from './merge-tickets.ts';
import { muteDigest, unmuteDigest } from './mute-digest.ts';
import { askForIssue, raiseByForm } from './new-issue.ts';
import { askForNote, noteOnTicket } from './note-on-ticket.ts';
import { openDigestList } from './open-digest-list.ts';
import { askForPriority, prioritiseTicket } from './prioritise-ticket.ts';
import { askForPromise, promiseAsWritten, promiseByForm } from './promise-update.ts';
import { raiseByShortcut } from './raise-by-shortcut.ts';
import { raiseInstead } from './raise-instead.ts';
import { rateTicket } from './rate-ticket.ts';
import { askWhatIsBroken, askWhyToReopen, reopenTicket, reportStillBroken } from './reopen-ticket.ts';
import { askForReply, replyToRequester } from './reply-to-requester.ts';
import { askHowResolved, resolveTicket } from './resolve-ticket.ts';
import { resumeTicket } from './resume-ticket.ts';
import { sendNote } from './send-note.ts';
import { askForSecret, offerSecret, openSecret } from './send-secret.ts';
import { sendTranslation } from './send-translation.ts';
import { showTicket } from './show-ticket.ts';
import { askHowLongToSnooze, snoozeTicket } from './snooze-ticket.ts';
import { askWhatToSplit, splitTicket } from './split-ticket.ts';
import { suggestReply } from './suggested-reply.ts';
import { summariseTicket } from './summarise-ticket.ts';
import { takeBackTicket } from './take-back-ticket.ts';
import { changeSuggestion, takeSuggestion } from './take-suggestion.ts';
import { tellMissingFact } from './tell-missing-fact.ts';
import { editSuggestedReply, useSuggestedReply } from './use-suggested-reply.ts';
import { unwatchTicket, watchTicket } from './watch-ticket.ts';

/** What each button does. */
export const actions: Record<ActionId, ActionFlow> = {
  'issue.new': askForIssue,
  'issue.instead': raiseInstead,
  'issue.raise': raiseByShortcut,
  'ticket.show': showTicket,
  'ticket.explain': explainTicket,
  'ticket.claim': claimTicket,
  'ticket.assign': askWhomToAssign,
  'ticket.takeBack': takeBackTicket,
  'ticket.reply': askForReply,
  'ticket.note': askForNote,
  'ticket.send': sendNote,
  'help.suggest': suggestReply,
  'help.use': useSuggestedReply,
  'help.edit': editSuggestedReply,
  'help.summary': summariseTicket,
  'help.sendTranslation': sendTranslation,
  'ticket.hold': askWhyToHold,
  'ticket.resume': resumeTicket,
  'ticket.escalate': askWhereToEscalate,
  'ticket.resolve': askHowResolved,
  'ticket.reopen': askWhyToReopen,
  'ticket.priority': askForPriority,
  'ticket.cancel': askWhyToCancel,
  'ticket.withdraw': withdrawTicket,
  'ticket.edit': askForEdit,
  'ticket.promise': askForPromise,
  'ticket.promiseAt': promiseAsWritten,
  'ticket.snooze': askHowLongToSnooze,
  'ticket.watch': watchTicket,
  'ticket.unwatch': unwatchTicket,
  'ticket.link': askWhatToLink,
  'ticket.merge': askWhereToMerge,
  'ticket.split': askWhatToSplit,
  'ticket.confirm': confirmFix,
  'ticket.stillBroken': askWhatIsBroken,
  'answer.solved': solvedByArticles,
  'answer.failed': notSolvedByArticles,
  'article.make': askForArticle,
  'article.edit': editArticle,
  'article.publish': publishArticle,
  'article.retire': retireArticle,
  'digest.list': openDigestList,
  'digest.mute': muteDigest,
  'digest.unmute': unmuteDigest,
  'ticket.list': turnPage,
  'duty.away': askUntilWhen,
  'duty.back': comeBack,
  'duty.handOverAll': handOverAll,
  'triage.yes': takeSuggestion,
  'triage.change': changeSuggestion,
  'triage.tell': tellMissingFact,
  'alike.join': joinIncident,
  'alike.other': goOnAlone,
  'outage.join': joinOutage,
  'outage.declare': askToDeclare,
  'outage.dismiss': dismissOutage,
  'secret.ask': askForSecret,
  'secret.offer': offerSecret,
  'secret.open': openSecret,
  'survey.rate': rateTicket,
  'survey.comment': askForComment,
};

/** What each form does when it comes back, and beside which field a refusal stands, so that nothing typed is lost. */
export const forms: Record<FormId, { readonly flow: FormFlow; readonly anchor: string }> = {
  'issue.new': { flow: raiseByForm, anchor: 'description' },
  'ticket.assign': { flow: assignTicket, anchor: 'person' },
  'ticket.reply': { flow: replyToRequester, anchor: 'note' },
  'ticket.note': { flow: noteOnTicket, anchor: 'note' },
  'ticket.hold': { flow: holdTicket, anchor: 'note' },
  'ticket.escalate': { flow: escalateTicket, anchor: 'to' },
  'ticket.resolve': { flow: resolveTicket, anchor: 'note' },
  'ticket.reopen': { flow: reopenTicket, anchor: 'note' },
  'ticket.priority': { flow: prioritiseTicket, anchor: 'reason' },
  'ticket.cancel': { flow: cancelTicket, anchor: 'reason' },
  'ticket.promise': { flow: promiseByForm, anchor: 'by' },
  'ticket.snooze': { flow: snoozeTicket, anchor: 'until' },
  'ticket.edit': { flow: editTicket, anchor: 'title' },
  'ticket.link': { flow: linkTicket, anchor: 'key' },
  'ticket.merge': { flow: mergeTickets, anchor: 'key' },
  'ticket.split': { flow: splitTicket, anchor: 'title' },
  'ticket.stillBroken': { flow: reportStillBroken, anchor: 'note' },
  'article.keep': { flow: keepArticleByForm, anchor: 'title' },
  'duty.away': { flow: goAway, anchor: 'until' },
  'outage.declare': { flow: declareOutage, anchor: 'title' },
  'survey.comment': { flow: commentOnSurvey, anchor: 'comment' },
};
