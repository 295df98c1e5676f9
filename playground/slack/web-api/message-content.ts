import { checkMessageBlocks } from '../block-kit/check-blocks.ts';
import { isObject, type JsonObject, objectsIn } from '../json.ts';
import { withIds } from '../payloads/block-ids.ts';
import { refusalWith, SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';

/** What a message says: its text, and its blocks where it has some. */
export interface MessageContent {
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
}

/**
 * Reads text, blocks and attachments from the arguments.
 * @param longest how many characters the text may have
 * @throws SlackError no_text, msg_too_long, markdown_text_conflict, invalid_blocks, invalid_blocks_format,
 *   invalid_attachments, too_many_attachments
 */
export function contentOf(args: Args, longest: number): MessageContent {
  const text = args.text('text') || args.text('markdown_text');
  if (args.has('markdown_text') && (args.has('blocks') || args.has('text'))) {
    throw new SlackError('markdown_text_conflict');
  }
  if ([...text].length > (args.has('markdown_text') ? 12_000 : longest)) throw new SlackError('msg_too_long');
  const blocks = args.objects('blocks', 'invalid_blocks_format');
  const attachments = args.objects('attachments', 'invalid_attachments');
  if ((attachments?.length ?? 0) > 100) throw new SlackError('too_many_attachments');
  if (text === '' && !blocks?.length && !attachments?.length) throw new SlackError('no_text');
  return {
    text: withBroadcasts(text, args),
    ...(blocks ? { blocks: checked(blocks) } : {}),
    ...(attachments ? { attachments: withFineBlocks(attachments) } : {}),
  };
}

/**
 * Reads the metadata of a message; an empty object stands for none.
 * @throws SlackError invalid_metadata_format, invalid_metadata_schema
 */
export function metadataOf(args: Args): { readonly metadata?: JsonObject } {
  if (!args.has('metadata')) return {};
  const metadata = args.json('metadata');
  if (!isObject(metadata)) throw new SlackError('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return {};
  const { event_type: type, event_payload: payload, ...rest } = metadata;
  if (typeof type !== 'string' || type === '' || !isObject(payload) || Object.keys(rest).length > 0) {
    throw new SlackError('invalid_metadata_schema');
  }
  return { metadata };
}

/** @throws SlackError invalid_blocks with each fault and where it is */
function checked(blocks: readonly JsonObject[]): readonly JsonObject[] {
  const faults = checkMessageBlocks(blocks);
  if (faults.length > 0) throw refusalWith('invalid_blocks', faults);
  return withIds(blocks);
}

/** @throws SlackError invalid_attachments when blocks inside break a rule */
function withFineBlocks(attachments: readonly JsonObject[]): readonly JsonObject[] {
  const faults = attachments.flatMap((one) =>
    one.blocks === undefined ? [] : checkMessageBlocks(objectsIn(one.blocks)),
  );
  if (faults.length > 0) throw refusalWith('invalid_attachments', faults);
  return attachments;
}

/** With link_names or parse=full, Slack makes pings of @here, @channel and @everyone in plain text. */
function withBroadcasts(text: string, args: Args): string {
  if (!args.flag('link_names') && args.text('parse') !== 'full') return text;
  return text.replace(/(^|\s)@(here|channel|everyone)\b/g, '$1<!$2>');
}
