import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import type { PersonRef, Place } from '../../src/chat/refs.ts';
import { personRef, placeRef } from './places.ts';

/** Who the desk is in its workspace, as `auth.test` tells. */
export interface Self {
  readonly team: string;
  readonly user: string;
  readonly bot: string;
  /** The workspace's own address, for permalinks; ends in a slash. */
  readonly url: string;
  /** One token for a whole Enterprise Grid: payloads name their workspace then. */
  readonly isOrgWide: boolean;
}

/** What a parser may know beside the payload. */
export interface Reading {
  readonly self: Self;
  readonly nameOf: (id: string) => string | undefined;
  /** The direct conversation with a user, where it is known. */
  readonly directOf: (user: string) => string | undefined;
  readonly now: () => Date;
  /** Whether alerts of other bots are read; asked anew each time. */
  readonly countsBots?: (() => boolean) | undefined;
  /** The one reaction to read; all when left out. */
  readonly reaction?: (() => string) | undefined;
}

/**
 * The workspace that an event came through. In Slack Connect and Enterprise Grid its author may be at home in another.
 * Source: https://docs.slack.dev/apis/events-api (`context_team_id`, `authorizations`)
 */
export function teamOfEvent(body: Payload, self: Self): string {
  const [authorization] = parts(body, 'authorizations');
  const through = word(body, 'context_team_id') ?? (authorization && word(authorization, 'team_id'));
  return through ?? word(body, 'team_id') ?? self.team;
}

/** The workspace of a click, form, shortcut or command; the clicking person may be at home in another. */
export function teamOfInteraction(body: Payload, self: Self): string {
  if (!self.isOrgWide) return self.team;
  const installed = word(part(body, 'view'), 'app_installed_team_id');
  return installed ?? word(part(body, 'team'), 'id') ?? word(body, 'team_id') ?? self.team;
}

/** The direct conversation with a user; written as the user where Slack has not named it yet. */
export function directPlace(team: string, user: string, reading: Reading): Place {
  return placeRef(team, reading.directOf(user) ?? user);
}

/** Who did it: a person of the workspace, never its robot. */
export function personIn(team: string, body: Payload): PersonRef | undefined {
  const user = word(part(body, 'user'), 'id') ?? word(body, 'user_id');
  return user === undefined || user === 'USLACKBOT' ? undefined : personRef(team, user);
}

/** The instant in one of Slack's timestamps, `1700000000.000100`. */
export function instantOf(ts: string | undefined, reading: Reading): Date {
  const seconds = Number(ts);
  return Number.isFinite(seconds) && seconds > 0 ? new Date(Math.round(seconds * 1000)) : reading.now();
}

/** Where a message can be read in a browser. */
export function permalinkOf(self: Self, channel: string, ts: string, root?: string): string {
  const link = `${self.url}archives/${channel}/p${ts.replace('.', '')}`;
  return root && root !== ts ? `${link}?thread_ts=${root}&cid=${channel}` : link;
}
