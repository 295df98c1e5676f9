/** What opens a door: it is never stored in clear and never leaves the machine. */
export const secretKinds = [
  'privateKey',
  'connection',
  'awsKey',
  'azureKey',
  'googleKey',
  'githubToken',
  'gitlabToken',
  'slackToken',
  'openaiKey',
  'stripeKey',
  'jwt',
  'token',
  'recoveryKey',
  'password',
  'pin',
  'cardNumber',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** What tells of a person: a ticket may hold it, a model does not see it. */
export const personalKinds = ['iban', 'nationalId', 'email', 'ipAddress', 'phone'] as const;
export type PersonalKind = (typeof personalKinds)[number];

export type SensitiveKind = SecretKind | PersonalKind;

/** A piece of a text, from `start` up to, not including, `end`. */
export interface Span<Kind extends SensitiveKind = SensitiveKind> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** Finds pieces of one sort in a text, in time that grows with the text's length alone. */
export type Finder<Kind extends SensitiveKind = SensitiveKind> = (text: string) => readonly Span<Kind>[];

const rank = new Map<SensitiveKind, number>([...secretKinds, ...personalKinds].map((kind, index) => [kind, index]));

/** Pieces that overlap become one that covers them all, called by the graver of their kinds; in order of place. */
export function joined<Kind extends SensitiveKind>(spans: readonly Span<Kind>[]): readonly Span<Kind>[] {
  const apart: Span<Kind>[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (last === undefined || span.start >= last.end) apart.push(span);
    else
      apart[apart.length - 1] = {
        kind: (rank.get(span.kind) ?? 0) < (rank.get(last.kind) ?? 0) ? span.kind : last.kind,
        start: last.start,
        end: Math.max(last.end, span.end),
      };
  }
  return apart;
}

/** The text with each piece put otherwise. The pieces are in order and apart. */
export function replaced<Kind extends SensitiveKind>(
  text: string,
  spans: readonly Span<Kind>[],
  by: (span: Span<Kind>) => string,
): string {
  let put = '';
  let at = 0;
  for (const span of spans) {
    put += text.slice(at, span.start) + by(span);
    at = span.end;
  }
  return put + text.slice(at);
}

/** Every match of a pattern; where it has a group called `secret`, that part alone. */
export function matches<Kind extends SensitiveKind>(text: string, kind: Kind, pattern: RegExp): Span<Kind>[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
    return { kind, start, end };
  });
}
