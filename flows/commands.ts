import type { CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { helpCard } from '../src/views/help-card.ts';
import { raisedCard } from '../src/views/raised-card.ts';
import { contextFor, whoActs } from './acting.ts';
import { answerSmallTalk, talkIn } from './answer-small-talk.ts';
import { askDesk } from './ask-desk.ts';
import { explainTicketTo } from './explain-ticket.ts';
import type { Flow } from './flow.ts';
import { comeBack, goAwayByCommand } from './go-away.ts';
import { handToHuman } from './hand-to-human.ts';
import { showArticles } from './keep-articles.ts';
import { showList } from './list-tickets.ts';
import { askForIssue } from './new-issue.ts';
import { raiseIssue } from './raise-issue.ts';
import { offerSecretFor } from './send-secret.ts';
import { showTicketTo } from './show-ticket.ts';

/** `/desk`: alone it asks with a form, with a known word it shows something, with other words it raises an issue. */
export const obeyCommand: Flow<CommandEvent> = async (turn, desk) => {
  const { text } = turn.event;
  if (text === '') return askForIssue(turn, desk);
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const key = keyIn(rest === '' ? word : rest);
  if (/^show$/i.test(word) && key) return showTicketTo(turn, desk, key);
  if (/^why$/i.test(word) && rest !== '' && key) return explainTicketTo(turn, desk, key);
  if (rest === '' && key) return showTicketTo(turn, desk, key);
  if (/^find$/i.test(word) && rest !== '')
    return showList(turn, desk, `find ${rest.slice(0, longestSearch)}`, 0, false);
  if (rest === '' && /^mine$/i.test(word)) return showMine(turn, desk);
  // What to find or to show was forgotten: that is no issue.
  if (rest === '' && /^(?:help|find|show|why)$/i.test(word)) return showHelp(turn, desk);
  if (/^ask$/i.test(word)) return askDesk(turn, desk, rest);
  if (rest === '' && /^articles$/i.test(word)) return showArticles(turn, desk);
  if (/^secret$/i.test(word) && (rest === '' || key)) return offerSecretFor(turn, desk, rest === '' ? undefined : key);
  if (rest === '' && /^back$/i.test(word)) return comeBack(turn, desk);
  if (/^away$/i.test(word) && (await goAwayByCommand(turn, desk, rest))) return;
  await raiseByCommand(turn, desk);
};

/** So that the search still fits into the value of a button. */
const longestSearch = 100;

/** A ticket's key, if the word is nothing else. */
function keyIn(word: string): string | undefined {
  return /^(?:INC|REQ|PRB|CHG)-\d+$/i.exec(word.trim())?.[0].toUpperCase();
}

async function showMine(turn: Turn<CommandEvent>, desk: Desk): Promise<void> {
  const { doer } = await whoActs(turn, desk);
  await showList(turn, desk, 'mine', 0, false);
  if (doer.actor.agentOf.length > 0) await showList(turn, desk, 'assigned', 0, false);
  if (doer.actor.leadOf.length > 0) await showList(turn, desk, 'dueSoon', 0, false);
}

async function showHelp(turn: Turn<CommandEvent>, desk: Desk): Promise<void> {
  const { person } = await whoActs(turn, desk);
  const { command } = desk.chat.at(turn.event.person);
  await turn.whisper(helpCard(await contextFor(desk, person), { reaction: desk.config().reaction, command }));
}

async function raiseByCommand(turn: Turn<CommandEvent>, desk: Desk): Promise<void> {
  const { event } = turn;
  const spoken = talkIn(event, desk);
  const { person } = await whoActs(turn, desk);
  const team = (await desk.places.channel(event.place))?.team;
  const raise = (title?: string) =>
    raiseIssue(desk, {
      ...{ words: event.text, requester: person, raisedBy: person, title, team },
      source: { via: 'command', key: event.id, files: [] },
      at: event.at,
      event: event.id,
      isShared: false,
    });
  if (spoken?.talk === 'human' && spoken.isAll) return handToHuman(turn, desk, raise);
  if (spoken && spoken.talk !== 'human' && (await answerSmallTalk(turn, desk, { ...spoken, talk: spoken.talk })))
    return;
  const { ticket, isNew } = await raise();
  await turn.whisper(raisedCard(ticket, await contextFor(desk, person, [ticket]), { isNew }));
}
