const notSecrets = [
  // Keys of tickets, dates, times, versions, sizes, addresses on the web, people's addresses, paths, builds.
  /^[A-Z]{2,10}-\d+$/i,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/,
  /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:am|pm)?$/i,
  /^v?\d+(?:\.\d+)+[a-z]?\d?$/i,
  /^\d+(?:st|nd|rd|th|x|k|gb|mb|kb|tb|ms|s|h|hz|bit|px|min|er|am|pm)$/i,
  /^[a-z]+:\/\//i,
  /^www\./i,
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  /^0x[0-9a-f]+$/i,
  /^(?:windows|win|office|microsoft|exchange|server|sql|m|o)-?(?:365|7|8|10|11|20\d\d)$/i,
  /^(?:[a-z]:)?[\\/][\w\\/.-]*$/i,
  /^[@#<&][\p{L}._-]*>?$/u,
];

/** Whether a word could hardly be anything but a secret: digits with letters, or signs that words do not have. */
export function looksSecret(word: string): boolean {
  const bare = /\d/.test(word) ? word : word.replace(/[!?]+$/, '');
  if (bare.length < 6 || notSecrets.some((form) => form.test(bare))) return false;
  const hasLetter = /\p{L}/u.test(bare);
  const hasDigit = /\d/.test(bare);
  const hasSign = /[!@#$%^&*+=?~§€£]/.test(bare);
  return (hasLetter && (hasDigit || hasSign)) || (hasDigit && hasSign);
}

/** Whether a word could be a key of a maker whom nobody knows: long, with letters and digits mixed. */
export function looksLikeKey(word: string): boolean {
  return word.length >= 12 && looksSecret(word) && /^[A-Za-z0-9_+/=.~-]+$/.test(word);
}

/** Whether a word is an address on the web or somebody's mention, whatever stands before it. */
export function isElsewhere(word: string): boolean {
  return /^[a-z]+:\/\//i.test(word) || /^<?@\p{L}[\p{L}._-]*>?$/u.test(word);
}

/** A word as it stands in a text, from `start` up to, not including, `end`. */
export interface Written {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Whether something was hidden here before: `[PASSWORD_1]`, or a word of `[•••• password hidden]`. */
export function isMark(text: string, { written, start, end }: Written): boolean {
  if (/^["'`(*]{0,2}\[(?:[A-Z_]{2,11}_\d{1,9}\]|••••)/u.test(written)) return true;
  const around = text.slice(Math.max(0, start - longestMark), end);
  return around.lastIndexOf('[••••') > around.slice(0, start - end).lastIndexOf(']');
}

/** Characters, in any language. */
const longestMark = 60;

const opening = new Set('"\'`“”„«‚‘*_([{<');
const closing = new Set('"\'`“”»’*_)]}>.,;:');

/** Without the quotes and brackets around it, the punctuation behind it, and the next pair of `a=b;c=d`. */
export function trimmed(text: string, { start, end }: Written): { readonly start: number; readonly end: number } {
  let from = start;
  while (from < end && opening.has(text[from] ?? '')) from += 1;
  const within = text.slice(from, end);
  const pair = /[;&](?=\w{1,40}=)/.exec(within);
  const quote = from > start ? within.lastIndexOf(text[from - 1] ?? '') : -1;
  let to = pair ? from + pair.index : quote > 0 ? from + quote : end;
  while (to > from && closing.has(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
