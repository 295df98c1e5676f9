import type { MethodFacts } from './method-facts.ts';

/** What the reference pages say of these methods (docs.slack.dev/reference/methods, one page each). */
export const peopleMethods = {
  'users.conversations': {
    args: 'cursor exclude_archived:boolean limit:number team_id types user',
    errors: 'invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type missing_argument',
    scopes: 'channels:read groups:read im:read mpim:read',
    perMinute: 50,
  },
  'users.getPresence': {
    args: 'user',
    errors: '',
    scopes: 'users:read',
    perMinute: 50,
  },
  'users.info': {
    args: 'include_locale:boolean user!',
    errors: 'too_many_users user_not_found user_not_visible',
    scopes: 'users:read',
    perMinute: 100,
  },
  'users.list': {
    args: 'cursor include_locale:boolean limit:number team_id',
    errors: 'invalid_cursor limit_required missing_argument',
    scopes: 'users:read',
    perMinute: 20,
  },
  'users.lookupByEmail': {
    args: 'email!',
    errors: 'users_not_found',
    scopes: 'users:read.email',
    perMinute: 50,
  },
  'users.profile.get': {
    args: 'include_labels:boolean user',
    errors: 'user_not_found',
    scopes: 'users.profile:read',
    perMinute: 100,
  },
  'usergroups.list': {
    args: 'include_count:boolean include_disabled:boolean include_users:boolean team_id',
    errors: 'invalid_cursor invalid_team missing_argument plan_upgrade_required users_not_found',
    scopes: 'usergroups:read',
    perMinute: 20,
  },
  'usergroups.users.list': {
    args: 'include_disabled:boolean team_id usergroup!',
    errors: 'invalid_cursor no_such_subteam plan_upgrade_required',
    scopes: 'usergroups:read',
    perMinute: 20,
  },
} satisfies Record<string, MethodFacts>;
