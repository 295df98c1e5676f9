import type { Delivery } from '../delivery/delivery.ts';
import { isObject, type JsonObject, parsed } from '../json.ts';
import type { Person, SlackView } from '../model.ts';
import type { Parts } from '../parts.ts';
import { type Element, inputsOf, withValue, wordsOf } from '../payloads/inputs.ts';
import { SlackError } from '../slack-error.ts';
import { checkedView } from '../web-api/view-methods.ts';
import { filled, type Given } from './fill-element.ts';
import { labelOf } from './find-element.ts';
import { tellsOfView } from './interacting.ts';

/** What came of a submission. */
export interface Submission {
  readonly delivery: Delivery;
  /** What the app found wrong, by block_id; empty when it took the form. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the person sees when Slack cannot make sense of the app's answer. */
  readonly trouble?: string;
}

/** Values by the label of their input, its block_id or its action_id. */
export type Values = Readonly<Record<string, Given>>;

/** A person writes into a modal without sending it yet. @returns the view as it is then */
export function fills(slack: Parts, by: Person, view: SlackView, typed: Values): SlackView {
  const inputs = inputsOf(view.blocks);
  let values = view.state.values;
  for (const [name, given] of Object.entries(typed)) {
    const input = inputs.find((one) => [one.blockId, one.actionId, wordsOf(one.block.label)].includes(name));
    if (!input) throw new Error(`The form has no input "${name}", only: ${inputs.map(labelOf).join(', ')}.`);
    values = withValue(values, input, { type: input.type, ...filled(input, given, slack) });
  }
  const next = { ...view, state: { values } };
  slack.views.replace(by.id, next);
  return next;
}

/**
 * A person fills a modal in and submits it; what the app answers is done to the modal.
 * @throws Error when Slack would not send the form: a required input is empty, or a text too short or too long
 */
export async function submits(slack: Parts, by: Person, view: SlackView, values: Values): Promise<Submission> {
  const open = slack.views.stackOf(by.id).find((one) => one.id === view.id);
  if (!open) throw new Error(`${by.name} does not have that modal open.`);
  const ready = fills(slack, by, open, values);
  for (const input of inputsOf(ready.blocks)) mustBeComplete(input, ready);
  const delivery = await tellsOfView(slack, by, 'view_submission', ready).tried();
  if (delivery.isHeld) return { delivery, errors: {} };
  if (!delivery.isTaken) return { delivery, errors: {}, trouble: 'We had some trouble connecting. Try again?' };
  return { delivery, ...does(slack, by, ready, parsed(delivery.body)) };
}

/** A person closes a modal, or with `all` the whole stack; the app is told where it asked for it. */
export async function closes(slack: Parts, by: Person, view: SlackView, all = false): Promise<readonly Delivery[]> {
  const stack = slack.views.stackOf(by.id);
  const isCleared = all || view.clear_on_close;
  const closing = isCleared ? [...stack].reverse() : stack.filter((one) => one.id === view.id);
  const told = closing.flatMap((one) => {
    slack.views.close(by.id, one);
    return one.notify_on_close ? [tellsOfView(slack, by, 'view_closed', one, isCleared)] : [];
  });
  return Promise.all(told.map((one) => one.tried()));
}

/** Does what the app's answer says. */
function does(slack: Parts, by: Person, view: SlackView, answer: unknown): Omit<Submission, 'delivery'> {
  const action = isObject(answer) ? answer.response_action : undefined;
  try {
    if (action === undefined) slack.views.close(by.id, view);
    else if (action === 'clear') slack.views.closeAll(by.id);
    else if (action === 'update') slack.views.update(by.id, view, viewIn(answer));
    else if (action === 'push') slack.views.push(by.id, viewIn(answer));
    else if (action === 'errors') return { errors: refused(slack, by, view, answer) };
    else return trouble(`The app answered with an unknown response_action: ${String(action)}`);
    return { errors: {} };
  } catch (error) {
    if (error instanceof SlackError) return trouble(`${error.code} ${JSON.stringify(error.details)}`);
    throw error;
  }
}

function viewIn(answer: unknown): JsonObject {
  return checkedView(isObject(answer) ? answer.view : undefined, 'modal');
}

function refused(slack: Parts, by: Person, view: SlackView, answer: unknown): Readonly<Record<string, string>> {
  const given = isObject(answer) && isObject(answer.errors) ? answer.errors : {};
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const strays = Object.keys(given).filter((blockId) => !inputs.includes(blockId));
  if (strays.length > 0 || Object.keys(given).length === 0) {
    throw new SlackError('invalid_errors', { messages: [`no input block has the block_id ${strays.join(', ')}`] });
  }
  const errors = Object.fromEntries(Object.entries(given).map(([blockId, text]) => [blockId, String(text)]));
  slack.views.refuse(by.id, view, errors);
  return errors;
}

function trouble(text: string): Omit<Submission, 'delivery'> {
  return { errors: {}, trouble: text };
}

/** @throws Error where Slack's own form would not let the person submit */
function mustBeComplete(input: Element, view: SlackView): void {
  const { block, element } = input;
  if (block.type !== 'input') return;
  const { type: _, ...value } = view.state.values[input.blockId]?.[input.actionId] ?? {};
  const content = Object.values(value)[0];
  const isEmpty = content === null || content === undefined || (Array.isArray(content) && content.length === 0);
  const label = labelOf(input);
  if (isEmpty && block.optional !== true) throw new Error(`Slack would not send this form: "${label}" is empty.`);
  if (typeof content !== 'string') return;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && content.length < min) throw new Error(`"${label}" needs at least ${min} characters.`);
  if (content.length > (typeof max === 'number' ? max : 3000)) throw new Error(`"${label}" is too long.`);
}
