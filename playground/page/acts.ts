import { z } from 'zod';

/** Slack cuts a message off after so many characters. Source: https://docs.slack.dev/reference/methods/chat.postMessage */
export const longestMessage = 40_000;

/** Bytes of a file that the page takes. */
export const largestFile = 5_000_000;

const id = z.string().min(1).max(60);
const ts = z.string().regex(/^\d{1,12}\.\d{1,6}$/, 'is no time stamp of a message');
const as = id.describe('Who does it: the id of a person.');
const text = z.string().max(longestMessage, `is longer than the ${longestMessage} characters that Slack takes`);
const emoji = z.string().regex(/^[a-z0-9_+'-]{1,100}$/, 'is no name of an emoji');
const messageFields = { as, channel: id, ts };

/** A file that somebody attaches. */
export const file = z.strictObject({
  name: z.string().trim().min(1).max(255),
  base64: z.base64().max(Math.ceil(largestFile / 3) * 4, `is larger than ${largestFile / 1_000_000} MB`),
});

/** Where somebody clicks: in a message, or in a modal or App Home. */
const surface = z.union([z.strictObject({ channel: id, ts }), z.strictObject({ view: id })]);
const given = z.union([z.string().max(longestMessage), z.array(z.string().max(300)).max(100), z.null()]);

/** Everything that somebody can do on the page. */
export const act = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('say'),
    as,
    channel: id,
    text,
    thread: ts.optional(),
    files: z.array(file).max(5).optional(),
  }),
  z.strictObject({ do: z.literal('edit'), ...messageFields, text: text.min(1) }),
  z.strictObject({ do: z.literal('delete'), ...messageFields }),
  z.strictObject({ do: z.literal('react'), ...messageFields, emoji }),
  z.strictObject({ do: z.literal('unreact'), ...messageFields, emoji }),
  z.strictObject({ do: z.literal('command'), as, channel: id, command: z.string().regex(/^\/[a-z-]{1,31}$/), text }),
  z.strictObject({ do: z.literal('raise'), ...messageFields }),
  z.strictObject({ do: z.literal('new issue'), as }),
  z.strictObject({ do: z.literal('click'), as, on: surface, action: z.string().min(1).max(255) }),
  z.strictObject({ do: z.literal('pick'), as, on: surface, action: z.string().min(1).max(255), choice: given }),
  z.strictObject({ do: z.literal('submit'), as, view: id, values: z.record(z.string().max(255), given) }),
  z.strictObject({ do: z.literal('close'), as, view: id, all: z.boolean().optional() }),
  z.strictObject({ do: z.literal('open home'), as }),
  z.strictObject({ do: z.literal('join'), as, channel: id }),
]);
export type Act = z.infer<typeof act>;

/** @returns the act, or what is wrong with it in words */
export function readAct(body: unknown): { readonly act: Act } | { readonly problem: string } {
  const read = act.safeParse(body);
  return read.success ? { act: read.data } : { problem: problemsOf(read.error) };
}

/** The first few things that are wrong, each with its place. */
export function problemsOf({ issues }: z.ZodError): string {
  const faults = issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  return faults.slice(0, 5).join('; ');
}
