import type { Card } from '../../src/chat/card.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { MessageRef } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { Answers } from './answers.ts';
import type { FormReply } from './form-reply.ts';
import { repliesIn } from './where.ts';

/** What happened in Slack, and the ways to answer it. Without `form` it is a stored event handled anew. */
export class SlackTurn implements Turn {
  readonly event: ChatEvent;
  readonly #answers: Answers;
  readonly #form: FormReply | undefined;

  constructor(event: ChatEvent, answers: Answers, form?: FormReply) {
    this.event = event;
    this.#answers = answers;
    this.#form = form;
  }

  async reply(card: Card): Promise<MessageRef> {
    return this.#answers.post(repliesIn(this.event), card);
  }

  async replace(card: Card): Promise<void> {
    await this.#answers.replace(this.event, card);
  }

  async whisper(card: Card): Promise<boolean> {
    await this.#answers.whisper(this.event, card);
    return true;
  }

  async openForm(form: Form): Promise<void> {
    if (this.event.kind === 'form' && this.#form) this.#form.showNext(form, this.event);
    else await this.#answers.openForm(this.event, form);
  }

  formProblem(field: string, text: string): void {
    this.#form?.problem(field, text);
  }

  async showHome(card: Card): Promise<void> {
    await this.#answers.showHome(this.event.person, card);
  }
}
