import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Parts } from '../parts.ts';
import { type Element, optionsOf, wordsOf } from '../payloads/inputs.ts';
import { wireFile } from '../payloads/wire-file.ts';

/**
 * What a person puts into an element: text, a choice by its words or value, several choices, a person's or channel's
 * name, a date as YYYY-MM-DD, a time as HH:MM, an option the app suggested, or null to empty it.
 */
export type Given = string | number | readonly string[] | JsonObject | null;

/**
 * The element's value as it stands in state.values and in the action that tells of it.
 * @throws Error when the element does not offer that
 */
export function filled(element: Element, given: Given, slack: Parts): JsonObject {
  const fill = fills[element.type.replace('multi_', '')];
  if (!fill) return { value: given === null || given === '' ? null : String(given) };
  const read = (one: Exclude<Given, null>) => fill.read(one, element, slack);
  const takesMany = element.type.startsWith('multi_') || ['checkboxes', 'file_input'].includes(element.type);
  if (!takesMany) return { [fill.name]: given === null ? null : read(given) };
  const several = given === null ? [] : Array.isArray(given) ? given : [given];
  return { [`${fill.name}s`]: several.map(read) };
}

interface Fill {
  /** Where the value stands in the state; with an s where there can be several. */
  readonly name: string;
  readonly read: (given: Exclude<Given, null>, element: Element, slack: Parts) => Json;
}

const text: Fill['read'] = (given) => String(given);
const channel: Fill['read'] = (given, _element, slack) => slack.channels.called(String(given)).id;

const fills: Readonly<Record<string, Fill>> = {
  static_select: { name: 'selected_option', read: offered },
  overflow: { name: 'selected_option', read: offered },
  radio_buttons: { name: 'selected_option', read: offered },
  checkboxes: { name: 'selected_option', read: offered },
  external_select: { name: 'selected_option', read: suggested },
  users_select: { name: 'selected_user', read: (given, _element, slack) => slack.people.called(String(given)).id },
  channels_select: { name: 'selected_channel', read: channel },
  conversations_select: { name: 'selected_conversation', read: channel },
  datepicker: { name: 'selected_date', read: text },
  timepicker: { name: 'selected_time', read: text },
  datetimepicker: { name: 'selected_date_time', read: Number },
  rich_text_input: { name: 'rich_text_value', read: (given) => given },
  file_input: { name: 'file', read: attached },
};

function offered(given: Exclude<Given, null>, element: Element): JsonObject {
  const options = optionsOf(element.element);
  const found = options.find((one) => wordsOf(one) === given || one.value === given);
  if (found) return found;
  const words = options.map((one) => wordsOf(one)).join(', ');
  throw new Error(`"${String(given)}" is not offered here, only: ${words}.`);
}

function suggested(given: Exclude<Given, null>): JsonObject {
  if (isObject(given)) return given;
  throw new Error('Ask for suggestions first and give one of them: this menu gets its options from the app.');
}

function attached(given: Exclude<Given, null>, _element: Element, slack: Parts): JsonObject {
  const file = slack.files.byId(String(given));
  if (!file) throw new Error(`There is no file ${String(given)} to attach.`);
  return wireFile(file, slack);
}
