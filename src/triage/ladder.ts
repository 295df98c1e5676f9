import type { Answer, Assistant, Matter, Passage, Said, TriageResult, Words } from './assistant.ts';
import type { Heard } from './model/model-calls.ts';
import type { ModelForm } from './model/model-form.ts';
import { withService } from './model/with-service.ts';

/** Asks the model first and goes on without it when it does not deliver; what it says then tells why. */
export class Ladder implements Assistant {
  readonly #local: Assistant;
  readonly #model: ModelForm;

  constructor(local: Assistant, model: ModelForm) {
    this.#local = local;
    this.#model = model;
  }

  async triage(words: string, matter: Matter): Promise<TriageResult> {
    const local = await this.#local.triage(words, matter);
    // It has just been read: the same look decides whether the model may see it.
    const about = await withService(matter, words, { triage: async () => local });
    const heard = await this.#model.triage(words, local, about);
    return heard && 'value' in heard ? heard.value : { ...local, ...heard };
  }

  async answer(question: string, passages: readonly Passage[], matter: Matter): Promise<Answer> {
    const about = await withService(matter, question, this.#local);
    const heard = await this.#model.answer(question, passages, about);
    if (heard && 'value' in heard) return { ...heard.value, by: 'openai' };
    return { ...(await this.#local.answer(question, passages, about)), ...heard };
  }

  async summarise(talk: readonly Said[], language: string, matter: Matter): Promise<Words> {
    const about = await withService(matter, wordsIn(talk), this.#local);
    const heard = await this.#model.summarise(talk, language, about);
    return spoken(heard) ?? { ...(await this.#local.summarise(talk, language, about)), ...without(heard) };
  }

  async draftReply(talk: readonly Said[], passages: readonly Passage[], language: string, matter: Matter) {
    const about = await withService(matter, wordsIn(talk), this.#local);
    const heard = await this.#model.draftReply(talk, passages, language, about);
    return spoken(heard) ?? { ...(await this.#local.draftReply(talk, passages, language, about)), ...without(heard) };
  }

  async translate(text: string, to: string, matter: Matter): Promise<Words> {
    const about = await withService(matter, text, this.#local);
    const heard = await this.#model.translate(text, to, about);
    return spoken(heard) ?? { ...(await this.#local.translate(text, to, about)), ...without(heard) };
  }
}

function wordsIn(talk: readonly Said[]): string {
  return talk.map(({ text }) => text).join('\n');
}

function spoken(heard: Heard<string | undefined>): Words | undefined {
  if (!heard || !('value' in heard)) return undefined;
  return heard.value === undefined ? { by: 'openai' } : { text: heard.value, by: 'openai' };
}

function without(heard: Heard<string | undefined>) {
  return heard && 'fellBack' in heard ? heard : {};
}
