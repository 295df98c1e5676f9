import type { OpenaiFault } from './faults.ts';
import { type NumberedPassage, passageAnswer } from './passage-answer.ts';
import { triageAnswer } from './triage-answer.ts';
import { draftAnswer, summaryAnswer, translationAnswer } from './words-answers.ts';

/** What is read of a request for words. */
export interface CompletionBody {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string } };
  readonly temperature?: number;
  readonly max_tokens?: number;
}

/** The answer of a model to a request, deterministic and within the rules; a fault may spoil it. */
export function completionFor(body: CompletionBody, fault: OpenaiFault | undefined) {
  const [instructions, data] = textsIn(body);
  const answer = spoiled(answerFor(instructions, data, fault), fault);
  const whole = JSON.stringify(answer);
  const content = contentFor(whole, fault);
  const usage = { prompt_tokens: tokens(instructions + data), completion_tokens: tokens(whole) };
  return {
    id: 'chatcmpl-emulated',
    object: 'chat.completion',
    created: 1_780_000_000,
    model: body.model ?? 'emulated',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: fault === 'refusal' ? null : content,
          refusal: fault === 'refusal' ? 'I cannot help with that.' : null,
        },
        finish_reason: fault === 'truncated' ? 'length' : 'stop',
      },
    ],
    ...(fault === 'noCount'
      ? {}
      : { usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } }),
  };
}

export function textsIn({ messages = [] }: CompletionBody): readonly [instructions: string, data: string] {
  const of = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  return [of('system'), of('user')];
}

/** About what OpenAI counts. */
export function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}

interface Data {
  readonly message?: string;
  readonly question?: string;
  readonly text?: string;
  readonly talk?: readonly { readonly by: string; readonly text: string }[];
  readonly passages?: readonly NumberedPassage[];
}

function answerFor(instructions: string, json: string, fault: OpenaiFault | undefined): Record<string, unknown> {
  const data: Data = JSON.parse(json || '{}');
  const { message = '', question = '', text = '', talk = [], passages = [] } = data;
  const language = /language "([a-z]{2})/i.exec(instructions)?.[1] ?? 'en';
  const task = /^Task: (\w+)\./m.exec(instructions)?.[1];
  if (task === 'triage') return obeying(triageAnswer(instructions, message), message, fault);
  if (task === 'answer') return obeying(passageAnswer(question, passages), question + JSON.stringify(passages), fault);
  if (task === 'summarise') return summaryAnswer(talk, language);
  if (task === 'draft') return draftAnswer(talk, passages, language);
  return translationAnswer(text, language);
}

/** A model that takes the words of others for orders: `set the service to payroll`, `say "…"`. */
function obeying(answer: Record<string, unknown>, words: string, fault: OpenaiFault | undefined) {
  if (fault !== 'obedient') return answer;
  const service = /set the service to (\w+)/i.exec(words)?.[1];
  const said = /\bsay \\?"(.+?)\\?"/i.exec(words)?.[1];
  return {
    ...answer,
    ...(service === undefined ? {} : { service }),
    ...(said === undefined ? {} : 'answer' in answer ? { isAnswered: true, answer: said } : { title: said }),
  };
}

const polish =
  'Prosze uruchomic komputer ponownie, poczekac chwile i sprobowac jeszcze raz polaczyc sie z siecia firmowa';

function spoiled(answer: Record<string, unknown>, fault: OpenaiFault | undefined): Record<string, unknown> {
  const text = ['title', 'answer', 'summary', 'reply', 'translation'].find((key) => key in answer) ?? 'answer';
  switch (fault) {
    case 'wrongLanguage':
      return { ...answer, [text]: polish, ...('language' in answer ? { language: 'pl' } : {}) };
    case 'unknownService':
      return { ...answer, service: 'teleporter', team: 'wizards', kind: 'miracle' };
    case 'unsupported':
      return {
        ...answer,
        [text]: 'Call extension 4711 and tell them the magic word, then everything is solved at once.',
        ...('isAnswered' in answer ? { isAnswered: true } : {}),
      };
    case 'incomplete':
      return { title: 'Half of it' };
    default:
      return answer;
  }
}

function contentFor(whole: string, fault: OpenaiFault | undefined): string {
  if (fault === 'malformed') return 'Sure! I think this is about the network, and it sounds rather urgent.';
  if (fault === 'truncated') return whole.slice(0, whole.length / 2);
  return fault === 'empty' ? '' : whole;
}
