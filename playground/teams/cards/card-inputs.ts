import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../slack/json.ts';

/** What a person types or picks; a list for a menu that takes several. */
export type Given = string | boolean | number | readonly string[];

/** Values by the label of their input, or its id. */
export type Values = Readonly<Record<string, Given>>;

/** The inputs of a card from top to bottom, wherever they lie. */
function inputsOfCard(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(inputsOfCard);
  if (!isObject(value) || value.isVisible === false) return [];
  if (textIn(value.type)?.startsWith('Input.')) return [value];
  return ['body', 'items', 'columns', 'rows', 'cells'].flatMap((name) => inputsOfCard(value[name]));
}

/** The words by which a person knows an input. */
function labelOf({ label, title, placeholder, id }: JsonObject): string {
  return [label, title, placeholder, id].map(textIn).find((words) => words !== undefined && words !== '') ?? '';
}

/** Finds the Entra object id of somebody whose name is typed into a people picker. */
export type FindPerson = (name: string) => string | undefined;

/**
 * Puts what was typed to the inputs it is for.
 * @returns input's id → value, as a card sends it
 * @throws Error for a label that is not there, or a choice that the menu does not have
 */
export function typedInto(card: JsonObject, values: Values, findPerson: FindPerson): Readonly<Record<string, string>> {
  const inputs = inputsOfCard(card);
  const typed = Object.entries(values).map(([name, given]) => {
    const found = inputs.find((input) => [labelOf(input), textIn(input.id)].includes(name));
    if (found) return [textIn(found.id) ?? '', valueFor(found, given, findPerson)] as const;
    throw new Error(`The form has no input "${name}", only: ${inputs.map(labelOf).join(', ') || 'none'}.`);
  });
  return Object.fromEntries(typed);
}

/** What a card sends: every input that holds something. Teams leaves out what is empty. */
export function sentBy(card: JsonObject, typed: Readonly<Record<string, string>>): JsonObject {
  const held = inputsOfCard(card).map((input) => [textIn(input.id) ?? '', valueIn(input, typed)] as const);
  return Object.fromEntries(held.filter(([, value]) => value !== ''));
}

/** @throws Error where Teams' own form would not let the person submit */
export function mustBeComplete(card: JsonObject, typed: Readonly<Record<string, string>>): void {
  for (const input of inputsOfCard(card)) {
    const wrong = faultOf(input, valueIn(input, typed));
    if (wrong === undefined) continue;
    const shown = textIn(input.errorMessage);
    throw new Error(
      `Teams would not send this form: "${labelOf(input)}" ${wrong}.${shown ? ` It says: ${shown}` : ''}`,
    );
  }
}

function faultOf({ isRequired, maxLength, regex, min, max, type }: JsonObject, value: string): string | undefined {
  if (value === '') return isRequired === true ? 'is empty' : undefined;
  if (typeof maxLength === 'number' && value.length > maxLength) return `is longer than ${maxLength}`;
  if (typeof regex === 'string' && !new RegExp(regex).test(value)) return 'does not fit its pattern';
  if (type !== 'Input.Number') return undefined;
  const tooSmall = typeof min === 'number' && Number(value) < min;
  const tooBig = typeof max === 'number' && Number(value) > max;
  return Number.isNaN(Number(value)) || tooSmall || tooBig ? 'is no number that it takes' : undefined;
}

function valueIn(input: JsonObject, typed: Readonly<Record<string, string>>): string {
  const own = typed[textIn(input.id) ?? ''];
  if (own !== undefined) return own;
  if (input.type === 'Input.Toggle') return String(input.value ?? input.valueOff ?? 'false');
  return input.value === undefined ? '' : String(input.value);
}

function valueFor(input: JsonObject, given: Given, findPerson: FindPerson): string {
  if (input.type === 'Input.Toggle') return String(given ? (input.valueOn ?? 'true') : (input.valueOff ?? 'false'));
  if (input.type !== 'Input.ChoiceSet') return String(given);
  const picked = (Array.isArray(given) ? given : [given]).map(String).filter(Boolean);
  return picked.map((one) => choiceOf(input, one, findPerson)).join(',');
}

function choiceOf(input: JsonObject, picked: string, findPerson: FindPerson): string {
  const choices = objectsIn(input.choices);
  const found = choices.find(({ title }) => title === picked) ?? choices.find(({ value }) => value === picked);
  if (found) return String(found.value);
  // A menu that looks choices up while one types has more than what stands in the card; Teams itself knows people.
  const lookup = input['choices.data'];
  if (isObject(lookup) && lookup.dataset !== 'graph.microsoft.com/users') return picked;
  const person = isObject(lookup) ? findPerson(picked) : undefined;
  if (person !== undefined) return person;
  const there = choices.map(({ title }) => title).join(', ');
  throw new Error(`"${labelOf(input)}" has no choice "${picked}", only: ${there}.`);
}
