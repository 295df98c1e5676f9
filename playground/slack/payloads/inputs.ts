import { isObject, type JsonObject, listIn, objectsIn, textIn } from '../json.ts';
import type { ViewValues } from '../model.ts';

/** Something interactive in blocks, with where it stands and what is in it at first. */
export interface Element {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: JsonObject;
  /** The block around it, with its label where it is an input. */
  readonly block: JsonObject;
  /** Its value as it stands in state.values before anybody touches it. */
  readonly initial: JsonObject;
}

/** Every interactive element in the blocks, in reading order. */
export function elementsOf(blocks: readonly JsonObject[]): readonly Element[] {
  return blocks.flatMap((block) => inBlock(block).map((element) => placed(block, element)));
}

/** Those whose values stand in a view's state: everything but buttons and menus without a value. */
export function inputsOf(blocks: readonly JsonObject[]): readonly Element[] {
  return elementsOf(blocks).filter(({ type }) => !valueless.includes(type));
}

/** The values of all inputs, as they stand in state.values before anybody touches them. */
export function firstValues(blocks: readonly JsonObject[]): ViewValues {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const { blockId, actionId, initial } of inputsOf(blocks)) {
    values[blockId] = { ...values[blockId], [actionId]: initial };
  }
  return values;
}

/** The same values with one of them changed. */
export function withValue(
  values: ViewValues,
  at: Pick<Element, 'blockId' | 'actionId'>,
  value: JsonObject,
): ViewValues {
  return { ...values, [at.blockId]: { ...values[at.blockId], [at.actionId]: value } };
}

/** Every option of a select, radio buttons, checkboxes or overflow menu, those in groups included. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  const groups = objectsIn(element.option_groups);
  return groups.length > 0 ? groups.flatMap((group) => objectsIn(group.options)) : objectsIn(element.options);
}

/** The visible words of a text object, or of an element or block that has one. */
export function wordsOf(value: unknown): string {
  if (!isObject(value)) return '';
  return typeof value.text === 'string' ? value.text : wordsOf(value.text);
}

const valueless = ['button', 'workflow_button', 'overflow', 'feedback_buttons', 'icon_button'];

function inBlock(block: JsonObject): readonly JsonObject[] {
  const inside = [
    ...(block.type === 'actions' || block.type === 'context_actions' ? objectsIn(block.elements) : []),
    ...(block.type === 'input' ? [block.element] : []),
    block.accessory,
  ].filter(isObject);
  return inside.filter((element) => element.type !== 'image');
}

function placed(block: JsonObject, element: JsonObject): Element {
  const type = textIn(element.type) ?? '';
  return {
    blockId: textIn(block.block_id) ?? '',
    actionId: textIn(element.action_id) ?? '',
    type,
    element,
    block,
    initial: { type, ...initialOf(type, element) },
  };
}

function initialOf(type: string, element: JsonObject): JsonObject {
  const kind = type.replace('multi_', '');
  if (type === 'checkboxes' || (type.startsWith('multi_') && /static|external/.test(kind))) {
    return { selected_options: objectsIn(element.initial_options) };
  }
  if (/^(static_select|external_select|radio_buttons)$/.test(type)) {
    return { selected_option: element.initial_option ?? null };
  }
  const special = initialOfSpecial[type];
  return special ? special(element) : { value: element.initial_value ?? null };
}

const initialOfSpecial: Readonly<Record<string, (element: JsonObject) => JsonObject>> = {
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  conversations_select: (element) => ({ selected_conversation: element.initial_conversation ?? null }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  multi_users_select: (element) => ({ selected_users: strings(element.initial_users) }),
  multi_conversations_select: (element) => ({ selected_conversations: strings(element.initial_conversations) }),
  multi_channels_select: (element) => ({ selected_channels: strings(element.initial_channels) }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({ selected_time: element.initial_time ?? null }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
};

function strings(value: unknown): readonly string[] {
  return listIn(value).filter((one) => typeof one === 'string');
}
