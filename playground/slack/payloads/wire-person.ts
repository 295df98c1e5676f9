import type { JsonObject } from '../json.ts';
import type { Identity, Person } from '../model.ts';

interface Shown {
  readonly identity: Identity;
  /** The token may see e-mail addresses (scope users:read.email). */
  readonly withEmail: boolean;
  readonly withLocale: boolean;
  /** When it is asked: the offset of a time zone depends on it. */
  readonly at: Date;
}

/** A person as users.info, users.list and the user_change event describe them. */
export function wirePerson(person: Person, shown: Shown): JsonObject {
  const teamId = shown.identity.teamId;
  const common = {
    id: person.id,
    team_id: teamId,
    name: person.name,
    deleted: person.deactivated,
    is_bot: person.isBot,
    is_app_user: false,
    updated: 0,
    profile: wireProfile(person, shown),
  };
  if (person.deactivated) return common;
  return {
    ...common,
    real_name: person.realName,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz, shown.at),
    color: '9f69e7',
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    ...(shown.withLocale ? { locale: person.locale } : {}),
  };
}

/** The profile inside a person. */
export function wireProfile(person: Person, shown: Pick<Shown, 'identity' | 'withEmail'>): JsonObject {
  const [firstName = '', ...others] = person.realName.split(' ');
  return {
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: firstName,
    last_name: others.join(' '),
    title: '',
    phone: '',
    status_text: '',
    status_emoji: '',
    team: shown.identity.teamId,
    ...(person.email && shown.withEmail ? { email: person.email } : {}),
    ...(person.isBot ? { bot_id: shown.identity.botId, api_app_id: shown.identity.appId } : {}),
  };
}

function offsetSeconds(timeZone: string, at: Date): number {
  const there = new Date(at.toLocaleString('en-US', { timeZone }));
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC' }));
  return Math.round((there.getTime() - utc.getTime()) / 1000);
}
