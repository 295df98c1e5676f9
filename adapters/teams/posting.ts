import type { PostOptions } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Payload } from '../../src/chat/payload.ts';
import type { MessageRef, Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Connector, Where } from './connector.ts';
import type { Directs } from './directs.ts';
import type { People } from './people.ts';
import { addressOf, conversationId, messageRef } from './place-id.ts';
import type { Posted } from './posted.ts';
import type { Queues } from './queue.ts';
import { renderCard, summaryOf } from './render-card.ts';
import { cardType } from './render-form.ts';
import type { Typing } from './typing.ts';

/** Says things in Teams: in order and at its pace. */
export class Posting {
  readonly #to: PostingParts;

  constructor(to: PostingParts) {
    this.#to = to;
  }

  /** @throws DeliveryError */
  async post(place: Place, card: Card, { mayHaveArrived, urgency }: PostOptions = {}): Promise<MessageRef> {
    const where = await this.#open(place);
    const { posted } = this.#to;
    const known = mayHaveArrived && card.mark ? posted.get(conversationId(where), card.mark.id) : undefined;
    if (known !== undefined) return known;
    const ref = await this.say(where, urgency === 'prompt', `posts ${urgency ?? 'normal'}`, () =>
      this.#drawnFor(where, card, (activity, expects) => this.#to.connector.send(where, activity, { expects })),
    );
    if (card.mark) posted.note(conversationId(where), card.mark.id, ref);
    return ref;
  }

  /** @throws DeliveryError */
  async update(ref: MessageRef, card: Card): Promise<void> {
    const { activity: id = '' } = addressOf(ref);
    const where = await this.#open(ref);
    this.#to.typing.done(where);
    const run = () =>
      this.#drawnFor(where, card, (activity, expects) => this.#to.connector.update(where, id, activity, { expects }));
    await this.#to.queues.of(conversationId(where)).add({ isPrompt: true, key: `update ${id}`, run });
  }

  /**
   * Sends a message in another shape, in the conversation's order.
   * @throws DeliveryError
   */
  async say(where: Where, isPrompt: boolean, key: string, run: () => Promise<string>): Promise<MessageRef> {
    this.#to.typing.done(where);
    const id = await this.#to.queues.of(conversationId(where)).add({ isPrompt, key, run });
    return messageRef(where.tenant, where.conversation, id, where.root);
  }

  /** @throws DeliveryError when the conversation with a person cannot be opened */
  async where(place: Place): Promise<Where> {
    return this.#open(place);
  }

  async #open(ref: Place | MessageRef): Promise<Where> {
    const { tenant, conversation, root } = addressOf(ref);
    return { tenant, conversation: await this.#to.directs.conversationOf(tenant, conversation), ...(root && { root }) };
  }

  /** Mentions who is there and names who is not; Teams refuses a card that mentions anybody else. */
  async #drawnFor<T>(
    where: Where,
    card: Card,
    send: (activity: Payload, expects: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const drawn = renderCard(card);
    const users = (drawn.msteams?.entities ?? []).map(({ mentioned }) => mentioned.id);
    if (users.length === 0) return send(messageOf(card, drawn), []);
    const there = await Promise.all(users.map((user) => this.#to.people.isIn(where, user)));
    const allowed = new Set(users.filter((_, at) => there[at]));
    try {
      return await send(
        messageOf(
          card,
          renderCard(card, (user) => allowed.has(user)),
        ),
        refused,
      );
    } catch (error) {
      if (allowed.size === 0 || !(error instanceof DeliveryError) || !refused.includes(error.platformCode)) throw error;
      return send(
        messageOf(
          card,
          renderCard(card, () => false),
        ),
        [],
      );
    }
  }
}

interface PostingParts {
  readonly connector: Connector;
  readonly queues: Queues;
  readonly directs: Directs;
  readonly people: People;
  readonly typing: Typing;
  readonly posted: Posted;
}

/** Somebody has left since. */
const refused = ['BadArgument', 'BadSyntax'];

function messageOf(card: Card, content: ReturnType<typeof renderCard>): Payload {
  return { type: 'message', summary: summaryOf(card), attachments: [{ contentType: cardType, content }] };
}
