/** How the emulated server can fail. Each stands for something that servers of models do. */
export const openaiFaults = [
  'slow', // no answer before whoever asked has gone
  'busy', // 429, asks for half a minute of patience
  'busyOnce', // 429 with no patience asked for, and then an answer
  'error', // 500
  'errorOnce', // 500, and then an answer
  'reset', // the connection breaks
  'brokenBody', // HTTP 200 with half a JSON
  'malformed', // words where JSON was asked for
  'incomplete', // JSON that lacks what was asked for
  'truncated', // the limit of tokens cut it off
  'refusal',
  'empty',
  'wrongLanguage',
  'unknownService', // also a team and a kind that the desk does not have
  'unsupported', // says what stands nowhere
  'obedient', // does what the texts of others tell it to
  'noSchema', // 400: knows no structured output
  'noJson', // 400: knows neither structured output nor JSON mode
  'noMaxTokens', // 400: calls the limit of tokens max_completion_tokens
  'noTemperature', // 400: as models that reason
  'noCount', // no usage
  'denied', // 401
] as const;
export type OpenaiFault = (typeof openaiFaults)[number];

/** A fault that somebody asks for: `emulator:slow` in a message, or `/faults/slow/v1` as the server's address. */
export function askedFault(path: string, words: string): OpenaiFault | undefined {
  const asked = /\/faults\/(\w+)\//.exec(path)?.[1] ?? /\bemulator:(\w+)/.exec(words)?.[1];
  return openaiFaults.find((fault) => fault === asked);
}
