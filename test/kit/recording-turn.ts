import type { Card } from '../../src/chat/card.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { MessageRef } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { saidBy } from '../views/shown.ts';

/** One answer to an event. */
export type Answer =
  | { readonly how: 'reply' | 'replace' | 'whisper' | 'home'; readonly card: Card }
  | { readonly how: 'form'; readonly form: Form }
  | { readonly how: 'problem'; readonly field: string; readonly text: string };

/** A turn that remembers how it was answered. */
export class RecordingTurn implements Turn {
  readonly event: ChatEvent;
  readonly said: Answer[] = [];
  readonly #post: (card: Card) => Promise<MessageRef>;

  constructor(event: ChatEvent, post: (card: Card) => Promise<MessageRef>) {
    this.event = event;
    this.#post = post;
  }

  async reply(card: Card): Promise<MessageRef> {
    this.said.push({ how: 'reply', card });
    return this.#post(card);
  }

  async replace(card: Card): Promise<void> {
    this.said.push({ how: 'replace', card });
  }

  async whisper(card: Card): Promise<boolean> {
    this.said.push({ how: 'whisper', card });
    return true;
  }

  async openForm(form: Form): Promise<void> {
    this.said.push({ how: 'form', form });
  }

  formProblem(field: string, text: string): void {
    this.said.push({ how: 'problem', field, text });
  }

  async showHome(card: Card): Promise<void> {
    this.said.push({ how: 'home', card });
  }

  /** All that the person read, as one text. */
  get text(): string {
    return this.said.map(textOf).join('\n');
  }
}

function textOf(answer: Answer): string {
  switch (answer.how) {
    case 'form':
      return answer.form.title;
    case 'problem':
      return answer.text;
    default:
      return saidBy(answer.card);
  }
}
