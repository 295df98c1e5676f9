import { type JsonObject, listIn } from '../json.ts';
import { anyText, plainText } from './composition.ts';
import { type ElementType, elements } from './elements.ts';
import { limits } from './limits.ts';
import { anything, byType, type Check, type Fields, flag, list, object, type Report, text, url } from './shape.ts';

function block(fields: Fields): Check {
  return object({ ...fields, takes: { block_id: text(limits.block_id), ...fields.takes } });
}

function only(...types: readonly ElementType[]): Readonly<Record<string, Check>> {
  return Object.fromEntries(types.map((type) => [type, elements[type]]));
}

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
] as const;
const choices = [...selects, 'datepicker', 'timepicker', 'checkboxes', 'radio_buttons'] as const;
const typed = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'] as const;

const picture = {
  needs: { alt_text: text(limits.image.alt_text) },
  takes: { image_url: url(limits.image.image_url), slack_file: anything },
};
const imageElement = object({ ...picture, also: hasPicture });
const contextText = anyText({ max_length: limits.text.max_length });

/** What each block must look like, by its type. */
export const blocks: Readonly<Record<string, Check>> = {
  section: block({
    takes: {
      text: anyText(limits.section.text),
      fields: list(anyText({ max_length: limits.section.fields.item_max_length }), {
        min_items: 1,
        max_items: limits.section.fields.max_items,
      }),
      accessory: byType({ image: imageElement, ...only('button', 'overflow', ...choices) }),
      expand: flag,
    },
    also: hasWords,
  }),
  actions: block({
    needs: {
      elements: list(byType(only('button', 'overflow', 'datetimepicker', 'rich_text_input', ...choices)), {
        min_items: 1,
        ...limits.actions.elements,
      }),
    },
  }),
  context: block({
    needs: {
      elements: list(byType({ image: imageElement, plain_text: contextText, mrkdwn: contextText }), {
        min_items: 1,
        ...limits.context.elements,
      }),
    },
  }),
  context_actions: block({
    needs: {
      elements: list(byType(only('feedback_buttons', 'icon_button')), {
        min_items: 1,
        ...limits.context_actions.elements,
      }),
    },
  }),
  divider: block({}),
  header: block({ needs: { text: plainText(limits.header.text) } }),
  image: block({
    needs: picture.needs,
    takes: { ...picture.takes, title: plainText({ max_length: 2000 }) },
    also: hasPicture,
  }),
  input: block({
    needs: {
      label: plainText(limits.input.label),
      element: byType(only('datetimepicker', 'file_input', ...choices, ...typed)),
    },
    takes: { hint: plainText(limits.input.hint), optional: flag, dispatch_action: flag },
  }),
  markdown: block({ needs: { text: text(limits.markdown.text) } }),
  rich_text: block({ needs: { elements: list(richTextPart) } }),
  video: block({
    needs: {
      alt_text: text(limits.video.alt_text),
      title: plainText(limits.video.title),
      thumbnail_url: url(),
      video_url: url(),
    },
    takes: {
      author_name: text(limits.video.author_name),
      description: plainText(limits.video.description),
      provider_name: text(limits.video.provider_name),
      provider_icon_url: url(),
      title_url: url(),
    },
  }),
};

function richTextPart(value: unknown, at: string, report: Report): void {
  const parts = { elements: list(anything) };
  const takes = { border: anything, indent: anything, offset: anything, style: anything };
  const known = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'];
  byType(Object.fromEntries(known.map((type) => [type, object({ needs: parts, takes })])))(value, at, report);
}

function hasWords(section: JsonObject, at: string, report: Report): void {
  if (section.text === undefined && listIn(section.fields).length === 0) {
    report('missing required field: text', at);
  }
}

function hasPicture(image: JsonObject, at: string, report: Report): void {
  const has = (name: string) => image[name] !== undefined;
  if (has('image_url') === has('slack_file')) report('must have either image_url or slack_file', at);
}
