import type { Button, Card } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import type { PermittedAction } from '../tickets/permissions.ts';
import type { RefusalReason } from '../tickets/refusal.ts';
import { ago } from '../words/durations.ts';
import { newIssueButton, showButton } from './card-buttons.ts';
import { oneLine, paragraph, personSpan } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** A friendly no: what is true, and what can be done instead. */
export function refusalCard(reason: RefusalReason, context: ViewContext): Card {
  return {
    blocks: [paragraph(refusalText(reason, context))],
    buttons: wayOut(reason, context),
    isOverhearable: true,
  };
}

/** The sentence alone, for places that have no buttons: beside a form's field, for example. */
export function refusalText(reason: RefusalReason, context: ViewContext): Text {
  const { refusals } = context.words;
  switch (reason.kind) {
    case 'notFound':
      return refusals.notFound(oneLine(reason.key, 40));
    case 'notAllowed':
      return notAllowed(reason, context);
    case 'agentsOnly':
      return refusals.agentsOnly;
    case 'claimedBy':
      return refusals.claimedBy(reason.key, personSpan(reason.person, context), since(reason.at, context));
    case 'wrongState':
      return refusals.wrongState[reason.status](reason.key);
    case 'reopenTooLate':
      return refusals.reopenTooLate(reason.key, reason.days);
    case 'goesOnIn':
      return refusals.goesOnIn(reason.key, reason.into);
    case 'sameTicket':
      return refusals.sameTicket(reason.key);
    case 'sameTeam':
      return refusals.sameTeam(reason.key, context.teamName(reason.team));
    case 'notAnAgent':
      return refusals.notAnAgent(personSpan(reason.person, context));
    case 'answeredBefore':
      return refusals.answeredBefore(reason.key);
    case 'changedMeanwhile':
      return refusals.changedMeanwhile(reason.key);
  }
}

const requesterOnly: readonly PermittedAction[] = ['confirm', 'stillBroken', 'join'];
const anyAgent: readonly PermittedAction[] = ['note', 'watch', 'unwatch', 'link'];

type NotAllowed = Extract<RefusalReason, { readonly kind: 'notAllowed' }>;

function notAllowed({ key, team, action }: NotAllowed, { words, teamName }: ViewContext): Text {
  if (requesterOnly.includes(action)) return words.refusals.forRequesterOnly(key);
  if (anyAgent.includes(action)) return words.refusals.agentsOnly;
  return words.refusals.forTeamOnly(key, teamName(team));
}

function since(at: Date, { words, locale, now }: ViewContext): string {
  const ms = now.getTime() - at.getTime();
  return ms < 60_000 ? words.refusals.aMomentAgo : ago(ms, locale);
}

function wayOut(reason: RefusalReason, { words }: ViewContext): readonly Button[] {
  if (reason.kind === 'goesOnIn') return [showButton(reason.into, words)];
  if (reason.kind === 'changedMeanwhile') return [showButton(reason.key, words)];
  const isOver = reason.kind === 'wrongState' && (reason.status === 'closed' || reason.status === 'cancelled');
  return isOver || reason.kind === 'reopenTooLate' ? [newIssueButton(words)] : [];
}
