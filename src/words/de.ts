import { buttonWords } from './de/button-words.ts';
import { cardWords, remarkWords } from './de/card-words.ts';
import { digestWords } from './de/digest-words.ts';
import { dutyWords } from './de/duty-words.ts';
import { estimateWords } from './de/estimate-words.ts';
import { formWords } from './de/form-words.ts';
import { helpWords } from './de/help-words.ts';
import { historyWords } from './de/history-words.ts';
import { knowledgeWords } from './de/knowledge-words.ts';
import { laterWords } from './de/later-words.ts';
import { listWords } from './de/list-words.ts';
import { modelWords } from './de/model-words.ts';
import { noticeWords } from './de/notice-words.ts';
import { outageWords } from './de/outage-words.ts';
import { refusalWords } from './de/refusal-words.ts';
import { secretDropWords } from './de/secret-drop-words.ts';
import { secretWords } from './de/secret-words.ts';
import { surveyWords } from './de/survey-words.ts';
import { doneWords, problemWords, talkWords } from './de/talk-words.ts';
import { ticketWords } from './de/ticket-words.ts';
import { explanationWords, timeWords } from './de/time-words.ts';
import { triageWords } from './de/triage-words.ts';
import type { Words } from './words.ts';

/** What the desk says in German. */
export const de: Words = {
  ticket: ticketWords,
  buttons: buttonWords,
  cards: cardWords,
  remarks: remarkWords,
  model: modelWords,
  notices: noticeWords,
  talk: talkWords,
  done: doneWords,
  problems: problemWords,
  refusals: refusalWords,
  lists: listWords,
  later: laterWords,
  knowledge: knowledgeWords,
  help: helpWords,
  history: historyWords,
  forms: formWords,
  digests: digestWords,
  estimates: estimateWords,
  time: timeWords,
  explanation: explanationWords,
  duty: dutyWords,
  triage: triageWords,
  outages: outageWords,
  surveys: surveyWords,
  secrets: secretWords,
  secretDrops: secretDropWords,
};
