import { buttonWords } from './en/button-words.ts';
import { cardWords, remarkWords } from './en/card-words.ts';
import { digestWords } from './en/digest-words.ts';
import { dutyWords } from './en/duty-words.ts';
import { estimateWords } from './en/estimate-words.ts';
import { formWords } from './en/form-words.ts';
import { helpWords } from './en/help-words.ts';
import { historyWords } from './en/history-words.ts';
import { knowledgeWords } from './en/knowledge-words.ts';
import { laterWords } from './en/later-words.ts';
import { listWords } from './en/list-words.ts';
import { modelWords } from './en/model-words.ts';
import { noticeWords } from './en/notice-words.ts';
import { outageWords } from './en/outage-words.ts';
import { refusalWords } from './en/refusal-words.ts';
import { secretDropWords } from './en/secret-drop-words.ts';
import { secretWords } from './en/secret-words.ts';
import { surveyWords } from './en/survey-words.ts';
import { doneWords, problemWords, talkWords } from './en/talk-words.ts';
import { ticketWords } from './en/ticket-words.ts';
import { explanationWords, timeWords } from './en/time-words.ts';
import { triageWords } from './en/triage-words.ts';

/** What the desk says in English; the source of all other languages. */
export const en = {
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
