import type { JsonObject } from '../json.ts';
import type { SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireMessage } from '../payloads/wire-message.ts';
import { SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';
import { ownChannel } from './lookups.ts';
import type { Method, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';

/** Newest first, as Slack gives it. */
const history: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  const within = withinTime(slack.messages.topLevel(channel.id), args);
  const page = pageOf([...within].reverse(), args, { limit: 100, most: 999, keyOf: (one) => one.ts });
  const messages = page.items.map((one) => shown(one, args, slack));
  return { messages, has_more: page.cursor !== '', pin_count: 0, ...(page.cursor ? nextCursor(page) : {}) };
};

/** The message that begins the thread, then its replies, oldest first. */
const replies: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  const asked = slack.messages.get(channel.id, args.text('ts'));
  if (!asked) throw new SlackError('thread_not_found');
  const parentTs = asked.thread_ts ?? asked.ts;
  const [parent, ...others] = slack.messages.thread(channel.id, parentTs);
  const thread = [...(parent ? [parent] : []), ...withinTime(others, args)];
  const page = pageOf(thread, args, { limit: 1000, most: 1000, keyOf: (one) => one.ts });
  const messages = page.items.map((one) => shown(one, args, slack));
  return { messages, has_more: page.cursor !== '', ...(page.cursor ? nextCursor(page) : {}) };
};

/** @throws SlackError invalid_ts_oldest, invalid_ts_latest */
function withinTime(messages: readonly SlackMessage[], args: Args): readonly SlackMessage[] {
  const oldest = seconds(args.text('oldest'), 'invalid_ts_oldest');
  const latest = seconds(args.text('latest'), 'invalid_ts_latest');
  const isInclusive = args.flag('inclusive');
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    const isAfter = oldest === undefined || at > oldest || (isInclusive && at === oldest);
    const isBefore = latest === undefined || at < latest || (isInclusive && at === latest);
    return isAfter && isBefore;
  });
}

function seconds(text: string, code: string): number | undefined {
  if (text === '') return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new SlackError(code);
  return Number(text);
}

function shown(message: SlackMessage, args: Args, slack: Parts): JsonObject {
  const { metadata, ...said } = wireMessage(message);
  return {
    ...said,
    ...(metadata && args.flag('include_all_metadata') ? { metadata } : {}),
    ...(message.thread_ts === message.ts ? threadSummary(message, slack) : {}),
  };
}

function threadSummary({ channel, ts }: SlackMessage, slack: Parts): JsonObject {
  const answers = slack.messages.replies(channel, ts);
  const users = [...new Set(answers.flatMap((one) => one.user ?? []))];
  return {
    reply_count: answers.length,
    reply_users_count: users.length,
    reply_users: users.slice(0, 5),
    latest_reply: answers.at(-1)?.ts,
    is_locked: false,
    subscribed: false,
  };
}

/** What was said in a channel and in a thread. */
export const historyMethods: Methods = { 'conversations.history': history, 'conversations.replies': replies };
