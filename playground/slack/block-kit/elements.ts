import { type JsonObject, objectsIn } from '../json.ts';
import {
  confirmation,
  conversationFilter,
  dispatchConfig,
  isAmong,
  offeredIn,
  option,
  optionGroup,
  overflowOption,
  plainText,
  richOption,
} from './composition.ts';
import { limits } from './limits.ts';
import {
  anything,
  type Check,
  type Fields,
  flag,
  integer,
  like,
  list,
  object,
  oneOf,
  type Report,
  text,
  url,
} from './shape.ts';

const actionId = text(limits.action_id);
const placeholder = plainText(limits.select.placeholder);
const ids = list(text());
const date = like(/^\d{4}-\d{2}-\d{2}$/, 'date');
const time = like(/^\d{2}:\d{2}$/, 'time');

/** An interactive element: every one has an action_id and says whether it is focused first. */
function element(fields: Fields): Check {
  return object({ ...fields, takes: { action_id: actionId, ...fields.takes } });
}

function input(takes: Readonly<Record<string, Check>>, more: Fields = {}): Check {
  return element({ ...more, takes: { placeholder, focus_on_load: flag, ...takes } });
}

function menu(takes: Readonly<Record<string, Check>>, more: Fields = {}): Check {
  return input({ confirm: confirmation, ...takes }, more);
}

const most = { max_selected_items: integer({ min: 1 }) };
const offered = {
  options: list(option, { min_items: 1, ...limits.select.options }),
  option_groups: list(optionGroup, { min_items: 1, ...limits.select.option_groups }),
};
const one = { initial_option: anything };
const several = { initial_options: list(anything, { min_items: 1 }) };

/** What each element must look like, by its type. */
export const elements = {
  button: element({
    needs: { text: plainText(limits.button.text) },
    takes: {
      url: url(limits.button.url),
      value: text(limits.button.value),
      style: oneOf('primary', 'danger'),
      confirm: confirmation,
      accessibility_label: text(limits.button.accessibility_label),
    },
  }),
  overflow: element({
    needs: { options: list(overflowOption, limits.overflow.options) },
    takes: { confirm: confirmation },
  }),
  static_select: menu({ ...offered, ...one }, { also: offersOnce }),
  multi_static_select: menu({ ...offered, ...several, ...most }, { also: offersOnce }),
  external_select: menu({ min_query_length: integer({ min: 0 }), initial_option: option }),
  multi_external_select: menu({ min_query_length: integer({ min: 0 }), initial_options: list(option), ...most }),
  users_select: menu({ initial_user: text() }),
  multi_users_select: menu({ initial_users: ids, ...most }),
  channels_select: menu({ initial_channel: text(), response_url_enabled: flag }),
  multi_channels_select: menu({ initial_channels: ids, ...most }),
  conversations_select: menu({
    initial_conversation: text(),
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: conversationFilter,
  }),
  multi_conversations_select: menu({
    initial_conversations: ids,
    default_to_current_conversation: flag,
    filter: conversationFilter,
    ...most,
  }),
  datepicker: menu({ initial_date: date }),
  timepicker: menu({ initial_time: time, timezone: text() }),
  datetimepicker: element({
    takes: { initial_date_time: integer(), confirm: confirmation, focus_on_load: flag },
  }),
  checkboxes: element({
    needs: { options: list(richOption, limits.checkboxes.options) },
    takes: { ...several, confirm: confirmation, focus_on_load: flag },
    also: initialsOffered,
  }),
  radio_buttons: element({
    needs: { options: list(richOption, limits.radio_buttons.options) },
    takes: { ...one, confirm: confirmation, focus_on_load: flag },
    also: initialsOffered,
  }),
  plain_text_input: input({
    initial_value: text(),
    multiline: flag,
    min_length: integer({ min: 0, ...limits.plain_text_input.max_length }),
    max_length: integer({ min: 1, ...limits.plain_text_input.max_length }),
    dispatch_action_config: dispatchConfig,
  }),
  email_text_input: input({ initial_value: text(), dispatch_action_config: dispatchConfig }),
  url_text_input: input({ initial_value: text(), dispatch_action_config: dispatchConfig }),
  number_input: input(
    { initial_value: text(), min_value: text(), max_value: text(), dispatch_action_config: dispatchConfig },
    { needs: { is_decimal_allowed: flag } },
  ),
  rich_text_input: input({ initial_value: anything, dispatch_action_config: dispatchConfig }),
  file_input: element({ takes: { filetypes: list(text()), max_files: integer(limits.file_input.max_files) } }),
  feedback_buttons: element({
    needs: { positive_button: feedbackButton(), negative_button: feedbackButton() },
  }),
  icon_button: element({
    needs: { icon: oneOf('trash'), text: plainText(limits.button.text) },
    takes: {
      value: text(limits.button.value),
      confirm: confirmation,
      accessibility_label: text(limits.button.accessibility_label),
      visible_to_user_ids: list(text(), limits.icon_button.visible_to_user_ids),
    },
  }),
} satisfies Record<string, Check>;

/** The name of an element's type. */
export type ElementType = keyof typeof elements;

function feedbackButton(): Check {
  const { text: words, value, accessibility_label: label } = limits.feedback_button;
  return object({
    needs: { text: plainText(words), value: text(value) },
    takes: { accessibility_label: text(label) },
  });
}

function offersOnce(menu: JsonObject, at: string, report: Report): void {
  const has = (name: string) => menu[name] !== undefined;
  if (has('options') === has('option_groups')) report('must have either options or option_groups', at);
  initialsOffered(menu, at, report);
}

/** What is chosen at first must be among what is offered, exactly as it stands there. */
function initialsOffered(menu: JsonObject, at: string, report: Report): void {
  const options = offeredIn(menu);
  const chosen = menu.initial_option === undefined ? [] : [menu.initial_option];
  for (const wanted of chosen)
    if (!isAmong(wanted, options)) report('must be one of the options', `${at}/initial_option`);
  for (const wanted of objectsIn(menu.initial_options)) {
    if (!isAmong(wanted, options)) report('must be one of the options', `${at}/initial_options`);
  }
}
