import type { Ticket } from '../../src/tickets/ticket.ts';
import { saidBy } from '../views/shown.ts';
import { aDesk } from './a-desk.ts';
import { ben, dana } from './people.ts';
import { helpIt } from './recording-chat.ts';
import type { TestDesk } from './test-desk.ts';

/** INC-1: Dana has raised it in #help-it, and Ben has claimed it. */
export async function aTalk() {
  const desk = await aDesk();
  const { message } = await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.settled();
  await desk.click('ticket.claim', 'INC-1', { by: ben });
  const ticket = await desk.ticket('INC-1');
  return { desk, requesters: message, agents: agentsOf(ticket) };
}

/** The thread under the card of the team that has the ticket. */
export const agentsOf = (ticket: Ticket) => ticket.cards.findLast(({ card }) => card === 'agent')?.thread ?? '';

/** All that the desk shows in a thread now. */
export const shown = (desk: TestDesk, thread: string) => desk.chat.shownIn(thread).map(saidBy).join('\n---\n');
