/** Emoji that people and the desk use by name; others stay as they are written. */
const pictures: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  bug: '🐞',
  bulb: '💡',
  clock1: '🕐',
  email: '📧',
  exclamation: '❗',
  eyes: '👀',
  fire: '🔥',
  hourglass: '⌛',
  key: '🔑',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  pray: '🙏',
  question: '❓',
  rocket: '🚀',
  smile: '😄',
  tada: '🎉',
  thumbsup: '👍',
  ticket: '🎫',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

export function emojiOf(name: string): string {
  return pictures[name.split('::')[0] ?? name] ?? `:${name}:`;
}
