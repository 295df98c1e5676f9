const dateStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'long' },
  date_long: { dateStyle: 'full' },
  date_short: { dateStyle: 'medium' },
  date_num: { dateStyle: 'short' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/** A date as Slack's format asks for it, in the reader's own zone. Source: https://docs.slack.dev/messaging/formatting-message-text */
export function formatDate(at: Date, format: string): string {
  return format.replace(/\{(\w+?)(_pretty)?\}/g, (token, style: string, pretty: string | undefined) => {
    const options = dateStyles[style];
    if (!options) return token;
    return (pretty && nearDay(at)) || new Intl.DateTimeFormat('en-GB', options).format(at);
  });
}

/** Today, yesterday, tomorrow; nothing for other days. */
function nearDay(at: Date): string | undefined {
  const day = (instant: Date) => new Date(instant.getFullYear(), instant.getMonth(), instant.getDate()).getTime();
  const days = Math.round((day(at) - day(new Date())) / 86_400_000);
  return new Map([
    [0, 'today'],
    [-1, 'yesterday'],
    [1, 'tomorrow'],
  ]).get(days);
}

/** The hour of a message. */
export function clockTime(ts: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(instantOf(ts));
}

export function dayOf(ts: string): string {
  const at = instantOf(ts);
  return nearDay(at) ?? new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(at);
}

export function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}
