import { isObject, type JsonObject, textIn } from '../json.ts';
import type { Channel, SlackFile } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireFile } from '../payloads/wire-file.ts';
import { refusalWith, SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';
import { byTheApp, threadIn } from './chat-methods.ts';
import { writableChannel } from './lookups.ts';
import type { Method, Methods } from './method.ts';

const getUploadUrl: Method = (args, slack) => {
  const length = args.number('length', 0);
  if (length <= 0) throw new SlackError('missing_argument');
  if (args.text('alt_txt').length > 1000) throw new SlackError('alt_txt_too_large');
  const altText = args.text('alt_txt');
  const upload = slack.files.announce({ name: args.text('filename'), length, ...(altText ? { altText } : {}) });
  return { upload_url: `${slack.baseUrl()}/upload/v1/${upload.secret}`, file_id: upload.id };
};

const completeUpload: Method = (args, slack) => {
  const asked = args.objects('files', 'invalid_arguments') ?? [];
  const channels = channelsIn(args, slack);
  const thread = channels[0] ? threadIn(slack, channels[0], args) : undefined;
  const uploads = asked.map((one) => ({ upload: finished(one, slack), title: textIn(one.title) }));
  if (uploads.length === 0)
    throw refusalWith('invalid_arguments', ['no less than 1 items allowed [json-pointer:/files]']);
  const files = uploads.map(({ upload, title }) =>
    slack.files.complete(upload, {
      title: title ?? upload.name,
      user: slack.identity.botUserId,
      channels: channels.map((one) => one.id),
    }),
  );
  for (const channel of channels) share(slack, channel, { files, text: args.text('initial_comment'), thread });
  return { files: files.map((file) => wireFile(file, slack)) };
};

function finished(asked: JsonObject, slack: Parts) {
  const upload = isObject(asked) ? slack.files.uploadOf(textIn(asked.id) ?? '') : undefined;
  if (!upload?.content) throw new SlackError('file_not_found');
  return upload;
}

function share(
  slack: Parts,
  channel: Channel,
  what: { files: readonly SlackFile[]; text: string; thread: string | undefined },
): void {
  slack.talk.post(channel, {
    ...byTheApp(slack),
    subtype: 'file_share',
    text: what.text,
    files: what.files.map((file) => wireFile(file, slack)),
    ...(what.thread ? { thread_ts: what.thread } : {}),
  });
}

function channelsIn(args: Args, slack: Parts): readonly Channel[] {
  const ids = args.has('channel_id') ? [args.text('channel_id')] : args.list('channels');
  if (ids.length > 100) throw new SlackError('channels_limit_exceeded');
  return ids.filter((id) => id !== '').map((id) => writableChannel(slack, id));
}

const info: Method = (args, slack) => {
  const file = slack.files.byId(args.text('file'));
  if (!file) throw new SlackError('file_not_found');
  return { file: wireFile(file, slack), comments: [], response_metadata: { next_cursor: '' } };
};

/** files.*: uploads in three steps, and what a file is. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
