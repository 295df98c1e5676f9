import type { WireObject } from '../../../playground/page/wire.ts';
import { objectIn, objectsIn, stringIn, wordsOf } from '../state/reading.ts';

/** What stands in an input: a text or choice, several choices, or nothing. */
export type Given = string | readonly string[] | null;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

export function optionsIn(element: WireObject): readonly Option[] {
  return objectsIn(element.options).map((option) => ({
    value: stringIn(option.value),
    label: wordsOf(option),
    description: wordsOf(option.description),
  }));
}

/** The groups of a select; one without a name when it has none. */
export function groupsIn(element: WireObject): readonly OptionGroup[] {
  const groups = objectsIn(element.option_groups);
  if (groups.length === 0) return [{ label: '', options: optionsIn(element) }];
  return groups.map((group) => ({ label: wordsOf(group.label), options: optionsIn(group) }));
}

/** What stands in an element as Slack keeps it in a view's state. */
export function givenIn(state: WireObject): Given {
  if (state.selected_option) return stringIn(objectIn(state.selected_option).value);
  if (state.selected_options) return objectsIn(state.selected_options).map(({ value }) => stringIn(value));
  const several = state.selected_users ?? state.selected_conversations ?? state.selected_channels;
  if (Array.isArray(several)) return several.map(stringIn);
  const one =
    state.value ??
    state.selected_user ??
    state.selected_conversation ??
    state.selected_channel ??
    state.selected_date ??
    state.selected_time;
  return typeof one === 'string' ? one : null;
}

export function isEmpty(given: Given | undefined): boolean {
  return given === undefined || given === null || given.length === 0 || (typeof given === 'string' && !given.trim());
}
