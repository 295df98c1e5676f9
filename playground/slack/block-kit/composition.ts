import { isObject, type JsonObject, objectsIn } from '../json.ts';
import { limits } from './limits.ts';
import { type Bounds, byType, type Check, flag, list, object, oneOf, text, url } from './shape.ts';

/** A plain_text object; the bounds are those of its place. */
export function plainText(bounds: Bounds): Check {
  const words = text({ min_length: limits.text.min_length, ...bounds });
  return byType({ plain_text: object({ needs: { text: words }, takes: { emoji: flag } }) });
}

/** A text object of either kind; the bounds are those of its place. */
export function anyText(bounds: Bounds): Check {
  const words = text({ min_length: limits.text.min_length, ...bounds });
  return byType({
    plain_text: object({ needs: { text: words }, takes: { emoji: flag } }),
    mrkdwn: object({ needs: { text: words }, takes: { verbatim: flag } }),
  });
}

/** The dialog that asks whether somebody means it. */
export const confirmation: Check = object({
  needs: {
    title: plainText(limits.confirmation.title),
    text: anyText(limits.confirmation.text),
    confirm: plainText(limits.confirmation.confirm),
    deny: plainText(limits.confirmation.deny),
  },
  takes: { style: oneOf('primary', 'danger') },
});

/** An option of a select menu. */
export const option: Check = optionWith(plainText(limits.option.text), {});

/** An option of checkboxes or radio buttons, whose text may have mrkdwn. */
export const richOption: Check = optionWith(anyText(limits.option.text), {});

/** An option of an overflow menu, which may open a page. */
export const overflowOption: Check = optionWith(plainText(limits.option.text), { url: url(limits.option.url) });

/** Options under a label. */
export const optionGroup: Check = object({
  needs: { label: plainText(limits.option_group.label), options: list(option, limits.option_group.options) },
});

/** When a text input tells the app what is typed. */
export const dispatchConfig: Check = object({
  takes: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) },
});

/** Which conversations a menu offers. */
export const conversationFilter: Check = object({
  takes: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { min_items: 1 }),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
});

/** Says whether an option stands among others, exactly as it is. */
export function isAmong(wanted: unknown, options: readonly JsonObject[]): boolean {
  return isObject(wanted) && options.some((one) => one.value === wanted.value && sameText(one, wanted));
}

/** Where an element's options stand, whether in groups or not. */
export function offeredIn(element: JsonObject): readonly JsonObject[] {
  const groups = objectsIn(element.option_groups);
  return [...objectsIn(element.options), ...groups.flatMap((group) => objectsIn(group.options))];
}

function optionWith(label: Check, more: Readonly<Record<string, Check>>): Check {
  return object({
    needs: { text: label, value: text(limits.option.value) },
    takes: { description: anyText(limits.option.description), ...more },
  });
}

function sameText(one: JsonObject, other: JsonObject): boolean {
  const words = (option: JsonObject) => (isObject(option.text) ? option.text.text : undefined);
  return words(one) === words(other);
}
