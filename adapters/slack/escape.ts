/**
 * Makes a text harmless in Slack's markup: no mention, link or `<!channel>` of a person survives.
 * Source: https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether Slack would draw an escaped text otherwise than it was typed: bold, code, a quote, an emoji. */
export function looksLikeMarkup(text: string): boolean {
  return /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:[^\s:]+:|^\s*>/mu.test(text);
}

/** Takes out what no client can show and Slack may refuse: control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/**
 * The address of a link as Slack can draw it.
 * @returns nothing for what is neither web nor mail, or longer than the 3,000 characters that Slack takes
 */
export function linkAddress(url: string): string | undefined {
  if (!/^(https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return undefined;
  const address = new URL(url).href.replace(/[|<>\s]/g, encodeURIComponent);
  return address.length <= 3000 ? address : undefined;
}
