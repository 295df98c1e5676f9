import type { Desk } from '../desk.ts';
import { refOf } from '../people/people-service.ts';
import { type ModelNews, modelNewsCard } from '../views/model-news-card.ts';

export type ModelNewsParts = Pick<Desk, 'people' | 'chat' | 'config' | 'contexts' | 'log'>;

/** Tells every admin, in their language, what the desk's language model is up to. Who calls it sees to it that it is told once. */
export class ModelNewsTeller {
  readonly #parts: ModelNewsParts;

  constructor(parts: ModelNewsParts) {
    this.#parts = parts;
  }

  async tell(news: ModelNews): Promise<void> {
    const { people, chat, config, contexts, log } = this.#parts;
    log.warn({ news }, "the language model's budget or server wants an admin");
    for (const entry of config().people.admins) {
      const admin = await people.byEntry(entry);
      if (!admin?.isActive) continue;
      const ref = refOf(admin, chat);
      const adapter = chat.at(ref);
      await adapter.post(await adapter.direct(ref), modelNewsCard(news, await contexts.for(admin)));
    }
  }
}
