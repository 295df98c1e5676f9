import type { Mention } from '../../src/chat/text.ts';
import { printable } from './escape.ts';
import { userOf } from './place-id.ts';

/** How a card says which `<at>` in its texts is whom. */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/**
 * The people that one card mentions. A card is taken only when every `<at>` in it has its entity.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards
 */
export class Mentions {
  readonly #byUser = new Map<string, MentionEntity>();
  readonly #texts = new Set<string>();
  readonly #may: (user: string) => boolean;

  /** @param may whom Teams lets the card mention: everybody who is in the conversation */
  constructor(may: (user: string) => boolean = () => true) {
    this.#may = may;
  }

  get entities(): readonly MentionEntity[] {
    return [...this.#byUser.values()];
  }

  /** What stands in the text for a person of Teams; nothing for one who is only known elsewhere. */
  markup(mention: Mention): string | undefined {
    const user = teamsUser(mention);
    if (user === undefined || !this.#may(user)) return undefined;
    const known = this.#byUser.get(user);
    if (known) return known.text;
    if (this.#byUser.size >= most) return undefined;
    const name =
      printable(mention.name)
        .replace(/[\\*_`[\]<>{}&\s]+/g, ' ')
        .trim()
        .slice(0, 60)
        .toWellFormed() || 'someone';
    const text = this.#unique(name);
    this.#byUser.set(user, { type: 'mention', text, mentioned: { id: user, name } });
    return text;
  }

  /** Two people of one name still need two texts. */
  #unique(name: string): string {
    let shown = name;
    while (this.#texts.has(shown)) shown += '\u2060';
    this.#texts.add(shown);
    return `<at>${shown}</at>`;
  }
}

const most = 50;

/** A person's id in Teams, if the mention has one that a card may carry. */
function teamsUser({ refs }: Mention): string | undefined {
  const ref = refs.find((each) => /^teams:[^/]+\/[^/]+$/.test(each));
  const user = ref && userOf(ref);
  return user && /^[\w:.-]{1,200}$/.test(user) ? user : undefined;
}
