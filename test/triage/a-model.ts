import type { Assistant, Guess, TriageResult } from '../../src/triage/assistant.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { aConfig } from '../kit/a-config.ts';

/** What a model says of every message, beside what the rules say; or why it says nothing. */
export type ModelSays = Partial<Pick<TriageResult, 'title' | 'fellBack'>> & {
  readonly [F in 'kind' | 'service' | 'team' | 'category' | 'impact' | 'urgency']?: readonly [unknown, number];
};

/** An assistant whose model says what the test wants; everything else it does not know. */
export class AModel implements Assistant {
  says: ModelSays;
  /** It answers when this is over. */
  thinks: Promise<void> = Promise.resolve();
  readonly asked: string[] = [];
  readonly #local = new LocalTriage(() => aConfig());

  constructor(says: ModelSays = {}) {
    this.says = says;
  }

  async triage(words: string): Promise<TriageResult> {
    this.asked.push(words);
    await this.thinks;
    const local = this.#local.triage(words);
    const { title = local.title, fellBack, ...fields } = this.says;
    if (fellBack) return { ...local, fellBack };
    const said = Object.entries(fields).map(([field, [value, confidence]]): [string, Guess<unknown>] => [
      field,
      { value, confidence, by: 'model' },
    ]);
    const { service: _, team: __, ...rest } = local;
    return { ...rest, ...Object.fromEntries(said), title, by: 'openai' };
  }

  async answer() {
    return { citations: [], by: 'local' } as const;
  }

  async summarise() {
    return { by: 'local' } as const;
  }

  async draftReply() {
    return { by: 'local' } as const;
  }

  async translate() {
    return { by: 'local' } as const;
  }
}
