import type { FormEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import { type Payload, part } from '../../src/chat/payload.ts';
import { cut } from '../../src/chat/plain-text.ts';
import { printable } from './escape.ts';
import { renderForm } from './render-form.ts';

/**
 * What Slack is told when a form was sent in: that it closes, what is wrong beside its fields, or what it shows next.
 * Source: https://docs.slack.dev/surfaces/modals#response_actions
 */
export class FormReply {
  readonly #fields: readonly string[];
  readonly #problems = new Map<string, string>();
  #next: Payload | undefined;

  /** @param body the `view_submission` */
  constructor(body: Payload) {
    this.#fields = Object.keys(part(part(part(body, 'view'), 'state'), 'values'));
  }

  /** A field that the form does not have would make Slack refuse the whole answer: its problem goes to the first one. */
  problem(field: string, text: string): void {
    const at = this.#fields.includes(field) ? field : this.#fields[0];
    if (at !== undefined && !this.#problems.has(at)) this.#problems.set(at, cut(printable(text) || '…', 2000));
  }

  showNext(form: Form, { place, thread }: FormEvent): void {
    this.#next = { ...renderForm(form, { place, ...(thread && { thread }) }) };
  }

  /** The body of the acknowledgement; nothing closes the form. */
  get body(): Payload | undefined {
    if (this.#problems.size > 0) return { response_action: 'errors', errors: Object.fromEntries(this.#problems) };
    return this.#next && { response_action: 'update', view: this.#next };
  }
}
