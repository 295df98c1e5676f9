import type { ActionEvent, CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { newIssueForm } from '../src/views/forms/new-issue-form.ts';
import { raisedCard } from '../src/views/raised-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { toLevel } from './prioritise-ticket.ts';
import { raiseIssue } from './raise-issue.ts';

/** Opens the form for a new issue: from home, the global shortcut, or `/desk` without words. */
export async function askForIssue(turn: Turn<ActionEvent | CommandEvent>, desk: Desk): Promise<void> {
  const { person } = await whoActs(turn, desk);
  await turn.openForm(newIssueForm(desk.config().services, await contextFor(desk, person)));
}

/** The form becomes a ticket, whose talk is in the direct conversation. */
export const raiseByForm: FormFlow = async (turn, desk) => {
  const { person } = await whoActs(turn, desk);
  const { description, service, urgency, confidential } = turn.event.values;
  const context = await contextFor(desk, person);
  if (typeof description !== 'string') return turn.formProblem('description', context.words.problems.required);
  const { ticket, isNew } = await raiseIssue(desk, {
    words: description,
    requester: person,
    raisedBy: person,
    source: { via: 'form', key: turn.event.id, files: [] },
    at: turn.event.at,
    event: turn.event.id,
    isShared: false,
    said: {
      service: typeof service === 'string' ? service : undefined,
      urgency: urgency === undefined ? undefined : toLevel(urgency),
      confidential: confidential === true,
    },
  });
  if (turn.event.thread) await turn.whisper(raisedCard(ticket, await contextFor(desk, person, [ticket]), { isNew }));
};
