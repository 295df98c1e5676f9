import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';
import { type FormOrigin, filledIn, readForm } from './form-data.ts';
import type { Answer } from './intake.ts';
import { summaryOf } from './render-card.ts';
import { type FormContext, formTask } from './render-form.ts';
import { searchResults } from './search-results.ts';

/**
 * What Teams is told when it waits for an answer: the form that was asked for, what is wrong in the one that was sent in,
 * what a search found. The answer *is* the form; there is no other way to show one.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export class InvokeReply {
  readonly #activity: Payload;
  readonly #tenant: string;
  readonly #nameOf: FormContext['nameOf'];
  readonly #problems = new Map<string, string>();
  readonly #said: Card[] = [];
  #form: { readonly form: Form; readonly origin: FormOrigin } | undefined;

  constructor(activity: Payload, tenant: string, nameOf?: FormContext['nameOf']) {
    this.#activity = activity;
    this.#tenant = tenant;
    this.#nameOf = nameOf;
  }

  get isSearch(): boolean {
    return this.#name === 'composeExtension/query';
  }

  /** Whether a form can be shown in answer; an `Action.Execute` can show none. */
  get canShowForm(): boolean {
    return /^(?:task\/|composeExtension\/(?:fetchTask|submitAction))/.test(this.#name);
  }

  showForm(form: Form, origin: FormOrigin): void {
    this.#form = { form, origin };
  }

  /** The first one for a field stays. */
  problem(field: string, text: string): void {
    if (!this.#problems.has(field)) this.#problems.set(field, text);
  }

  /** What the person is told otherwise; a task module shows it in short, a search lists it. */
  said(card: Card): void {
    this.#said.push(card);
  }

  answer(): Answer {
    if (this.isSearch) return { status: 200, body: searchResults(this.#said) };
    if (this.#name === 'adaptiveCard/action')
      return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } };
    return { status: 200, body: this.#task() };
  }

  get #name(): string {
    return word(this.#activity, 'name') ?? '';
  }

  #task(): unknown {
    const named = this.#nameOf && { nameOf: this.#nameOf };
    const sent = readForm(part(part(this.#activity, 'value'), 'data'), this.#tenant);
    if (sent && this.#problems.size > 0) {
      const { form: _, values: __, ...origin } = sent;
      return formTask(filledIn(sent), { ...origin, ...named, problems: this.#problems });
    }
    if (this.#form) return formTask(this.#form.form, { ...this.#form.origin, ...named });
    return sent ? {} : { task: { type: 'message', value: this.#said.map(summaryOf).join('\n') || '✓' } };
  }
}
