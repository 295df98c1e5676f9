import type { Card } from '../../src/chat/card.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { MessageRef } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { Answers } from './answers.ts';
import { deliveryError } from './errors.ts';
import type { InvokeReply } from './invoke-reply.ts';
import { repliesIn } from './where.ts';

/** What happened in Teams, and the ways to answer it. Without `invoke` nobody waits for an answer. */
export class TeamsTurn implements Turn {
  readonly event: ChatEvent;
  readonly #answers: Answers;
  readonly #invoke: InvokeReply | undefined;

  constructor(event: ChatEvent, answers: Answers, invoke?: InvokeReply) {
    this.event = event;
    this.#answers = answers;
    this.#invoke = invoke;
  }

  async reply(card: Card): Promise<MessageRef> {
    return this.#answers.post(repliesIn(this.event), card);
  }

  async replace(card: Card): Promise<void> {
    await this.#answers.replace(this.event, card);
  }

  async whisper(card: Card): Promise<boolean> {
    this.#invoke?.said(card);
    return this.#invoke?.isSearch || this.#answers.whisper(this.event, card);
  }

  async openForm(form: Form): Promise<void> {
    if (!this.#invoke?.canShowForm) throw deliveryError('no_task_module', 'opening a form');
    this.#invoke.showForm(form, originOf(this.event));
  }

  formProblem(field: string, text: string): void {
    this.#invoke?.problem(field, text);
  }

  /** A bot in Teams has no home page to draw; what would stand there is asked for by commands. */
  async showHome(): Promise<void> {}
}

/** Where the button stood that opened the form. */
function originOf(event: ChatEvent) {
  const thread =
    event.kind === 'action' ? (event.thread ?? event.target?.thread) : event.kind === 'form' ? event.thread : undefined;
  return { place: event.place, ...(thread && { thread }) };
}
