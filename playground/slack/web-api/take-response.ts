import { isObject, type JsonObject, parsed } from '../json.ts';
import type { EphemeralMessage, SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { isEphemeral } from '../payloads/wire-message.ts';
import type { ResponseContext } from '../response-urls.ts';
import { refusalWith, SlackError } from '../slack-error.ts';
import { type Answer, answered, refused } from './answer.ts';
import { Args } from './arguments.ts';
import { byTheApp } from './chat-methods.ts';
import { contentOf, type MessageContent, metadataOf } from './message-content.ts';

/** What may be sent to a response_url (docs.slack.dev, "Handling user interaction"). */
const facts = {
  args: [
    'text blocks:any attachments:any response_type replace_original:boolean delete_original:boolean thread_ts',
    'metadata:any mrkdwn:boolean unfurl_links:boolean unfurl_media:boolean',
  ].join(' '),
  errors: '',
  scopes: '',
  perMinute: undefined,
};

/** Takes what the app sent to a response_url; a worthless URL is a 404, a refused message a 400. */
export function takeResponse(secret: string, body: string, slack: Parts): Answer {
  const context = slack.responseUrls.use(secret);
  if (typeof context === 'string') return { status: 404, body: refused(new SlackError(context)) };
  const answer = answered(() => respond(parsed(body), context, slack));
  return answer.body.ok === true ? answer : { ...answer, status: 400 };
}

/**
 * Shows an answer where the person acted: also used for what stands in the acknowledgement of a command.
 * @throws SlackError invalid_payload, and what chat.postMessage refuses
 */
export function respond(given: unknown, context: ResponseContext, slack: Parts): JsonObject {
  if (!isObject(given)) throw new SlackError('invalid_payload');
  const args = new Args(given, facts, false);
  if (args.flag('delete_original')) return taken(() => removeSource(context, slack));
  const content = contentOf(args, 40_000);
  if (args.flag('replace_original')) {
    return taken(() => replaceSource(context, { ...content, ...metadataOf(args) }, slack));
  }
  const channel = slack.channels.called(context.channel);
  const thread = args.text('thread_ts') === '' ? {} : { thread_ts: args.text('thread_ts') };
  if (args.text('response_type') === 'in_channel') {
    return taken(() => slack.talk.post(channel, { ...byTheApp(slack), ...content, ...metadataOf(args), ...thread }));
  }
  if (!['', 'ephemeral'].includes(args.text('response_type'))) {
    throw refusalWith('invalid_arguments', ['must be one of: ephemeral, in_channel [json-pointer:/response_type]']);
  }
  return taken(() => slack.talk.whisper(channel, { to: context.person, ...content, ...thread }));
}

function taken(act: () => unknown): JsonObject {
  act();
  return {};
}

function removeSource(context: ResponseContext, slack: Parts): void {
  const source = currentSource(context, slack);
  if (isEphemeral(source)) slack.talk.removeWhisper(source);
  else slack.talk.remove(slack.channels.called(source.channel), source);
}

function replaceSource(
  context: ResponseContext,
  content: MessageContent & { metadata?: JsonObject },
  slack: Parts,
): void {
  const source = currentSource(context, slack);
  if (isEphemeral(source)) {
    const { blocks: _, attachments: __, ...rest } = source;
    const { metadata: ___, ...said } = content;
    slack.talk.updateWhisper({ ...rest, ...said });
    return;
  }
  const { blocks: _, attachments: __, ...rest } = source;
  slack.talk.update(slack.channels.called(source.channel), source, { ...rest, ...content });
}

/** @throws SlackError message_not_found */
function currentSource({ source }: ResponseContext, slack: Parts): SlackMessage | EphemeralMessage {
  if (!source) throw new SlackError('message_not_found');
  const now = isEphemeral(source) ? slack.messages.ephemeral(source.ts) : slack.messages.get(source.channel, source.ts);
  if (!now) throw new SlackError('message_not_found');
  return now;
}
