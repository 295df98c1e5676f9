import type { DeskConfig } from '../../config/desk-config.ts';
import type { Log } from '../../log.ts';
import type { Answer, Matter, Passage, Said, TriageResult } from '../assistant.ts';
import { Deadline } from './deadline.ts';
import { isKeptPrivate } from './is-kept-private.ts';
import { mergedTriage } from './merged-triage.ts';
import type { Heard, ModelCalls } from './model-calls.ts';
import type { SameLanguage } from './same-language.ts';
import { speaksToModels } from './speaks-to-models.ts';
import { answerTask } from './tasks/answer-task.ts';
import { type TriageExample, triageTask } from './tasks/triage-task.ts';
import { draftTask, summaryTask, translationTask } from './tasks/words-tasks.ts';

/** Finds solved tickets like some words; only such as everybody may see. */
export type Examples = (words: string) => Promise<readonly TriageExample[]>;

export interface ModelFormParts {
  readonly calls: ModelCalls;
  readonly config: () => DeskConfig;
  readonly examples: Examples;
  readonly language: SameLanguage;
  readonly log: Log;
}

/** A model asks for less when it takes longer to find them. */
const examplesWithinMs = 300;
const mostExamples = 5;

/** The assistant with a model. What it does not get within the time, or what cannot be right, it says; it never guesses. */
export class ModelForm {
  readonly #parts: ModelFormParts;

  constructor(parts: ModelFormParts) {
    this.#parts = parts;
  }

  /** @param local what this machine says, which the model's words are laid over */
  async triage(words: string, local: TriageResult, matter: Matter): Promise<Heard<TriageResult>> {
    const { calls, config, language } = this.#parts;
    const isAsked = calls.isUsed('triage') && !isKeptPrivate(matter, config());
    const examples = isAsked ? await this.#examples(words) : [];
    language.prepare();
    const heard = await calls.ask(triageTask({ words, config: config(), examples, language }), matter);
    return heard && 'value' in heard ? { value: mergedTriage(heard.value, local, config()) } : heard;
  }

  async answer(question: string, passages: readonly Passage[], matter: Matter): Promise<Heard<Omit<Answer, 'by'>>> {
    const shown = forModels(passages);
    // With nothing to read it could only guess.
    if (passages.length > 0 && shown.length === 0) return undefined;
    return this.#parts.calls.ask(answerTask(question, shown, this.#ready()), matter);
  }

  async summarise(talk: readonly Said[], to: string, matter: Matter): Promise<Heard<string>> {
    return this.#parts.calls.ask(summaryTask(talk, to, this.#ready()), matter);
  }

  async draftReply(
    talk: readonly Said[],
    passages: readonly Passage[],
    to: string,
    matter: Matter,
  ): Promise<Heard<string | undefined>> {
    return this.#parts.calls.ask(draftTask(talk, forModels(passages), to, this.#ready()), matter);
  }

  async translate(text: string, to: string, matter: Matter): Promise<Heard<string>> {
    return this.#parts.calls.ask(translationTask(text, to, this.#ready()), matter);
  }

  /** What checks the answer's language is loaded while the model thinks. */
  #ready(): SameLanguage {
    this.#parts.language.prepare();
    return this.#parts.language;
  }

  async #examples(words: string): Promise<readonly TriageExample[]> {
    const deadline = new Deadline(examplesWithinMs);
    try {
      return (await deadline.before(this.#parts.examples(words), [])).slice(0, mostExamples);
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'no examples of solved tickets were found');
      return [];
    } finally {
      deadline.stop();
    }
  }
}

function forModels(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ title, text }) => !speaksToModels(title) && !speaksToModels(text));
}
