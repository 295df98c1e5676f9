import type { MethodFacts } from './method-facts.ts';

/** What the reference pages say of these methods (docs.slack.dev/reference/methods, one page each). */
export const conversationsMethods = {
  'conversations.archive': {
    args: 'channel!:any',
    errors: [
      'already_archived cant_archive_general cant_archive_required channel_not_found',
      'method_not_supported_for_channel_type not_in_channel restricted_action',
    ].join(' '),
    scopes: 'channels:manage channels:write groups:write im:write mpim:write',
    perMinute: 20,
  },
  'conversations.create': {
    args: 'is_private:boolean name! team_id:any',
    errors: [
      'cannot_create_channel canvas_disabled_user_team invalid_name invalid_name_maxlength',
      'invalid_name_punctuation invalid_name_required invalid_name_specials missing_argument name_taken',
      'no_channel restricted_action',
    ].join(' '),
    scopes: 'channels:manage channels:write groups:write im:write mpim:write',
    perMinute: 20,
  },
  'conversations.history': {
    args: 'channel! cursor include_all_metadata:boolean inclusive:boolean latest limit:number oldest',
    errors: [
      'channel_is_limited_access channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest',
      'invalid_ts_oldest not_in_channel',
    ].join(' '),
    scopes: 'channels:history groups:history im:history mpim:history',
    perMinute: 50,
  },
  'conversations.info': {
    args: 'channel! include_locale:boolean include_num_members:boolean',
    errors: 'channel_is_limited_access channel_not_found',
    scopes: 'channels:read groups:read im:read mpim:read',
    perMinute: 50,
  },
  'conversations.invite': {
    args: 'channel! force:boolean users!',
    errors: [
      'already_in_channel cant_invite cant_invite_self channel_not_found external_channel_migrating',
      'invitee_cant_see_channel is_archived method_not_supported_for_channel_type no_external_invite_permission',
      'no_user not_in_channel org_user_not_in_team ura_max_channels user_is_restricted user_not_found',
    ].join(' '),
    scopes: 'channels:manage channels:write.invites groups:write groups:write.invites im:write mpim:write',
    perMinute: 50,
  },
  'conversations.join': {
    args: 'channel!',
    errors: [
      'channel_is_limited_access channel_not_found is_archived method_not_supported_for_channel_type',
      'too_many_members',
    ].join(' '),
    scopes: 'channels:join',
    perMinute: 50,
  },
  'conversations.list': {
    args: 'cursor exclude_archived:boolean limit:number team_id types',
    errors: 'invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type missing_argument',
    scopes: 'channels:read groups:read im:read mpim:read',
    perMinute: 20,
  },
  'conversations.members': {
    args: 'channel! cursor limit:number',
    errors: 'channel_not_found fetch_members_failed invalid_cursor invalid_limit method_not_supported_for_channel_type',
    scopes: 'channels:read groups:read im:read mpim:read',
    perMinute: 100,
  },
  'conversations.open': {
    args: 'channel:any prevent_creation:boolean return_im:boolean users',
    errors: [
      'channel_not_found invalid_user_combination method_not_supported_for_channel_type not_enough_users',
      'too_many_users user_disabled user_not_found user_not_visible users_list_not_supplied',
    ].join(' '),
    scopes: 'channels:manage groups:write im:write mpim:write',
    perMinute: 50,
  },
  'conversations.rename': {
    args: 'channel! name!',
    errors: [
      'channel_not_found invalid_name invalid_name_maxlength invalid_name_punctuation invalid_name_required',
      'invalid_name_specials is_archived method_not_supported_for_channel_type name_taken not_authorized',
      'not_in_channel',
    ].join(' '),
    scopes: 'channels:manage channels:write groups:write im:write mpim:write',
    perMinute: 20,
  },
  'conversations.replies': {
    args: 'channel! cursor include_all_metadata:boolean inclusive:boolean latest limit:number oldest ts!',
    errors: [
      'channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest',
      'list_record_comment_fetch_failed method_not_supported_for_channel_type thread_not_found',
    ].join(' '),
    scopes: 'channels:history groups:history im:history mpim:history',
    perMinute: 50,
  },
  'conversations.setPurpose': {
    args: 'channel! purpose!',
    errors: [
      'channel_not_found is_archived method_not_supported_for_channel_type not_in_channel too_long',
      'user_is_restricted',
    ].join(' '),
    scopes:
      'channels:manage channels:write.topic groups:write groups:write.topic im:write im:write.topic mpim:write mpim:write.topic',
    perMinute: 20,
  },
  'conversations.setTopic': {
    args: 'channel! topic!',
    errors: [
      'channel_not_found is_archived method_not_supported_for_channel_type not_in_channel too_long',
      'user_is_restricted',
    ].join(' '),
    scopes:
      'channels:manage channels:write.topic groups:write groups:write.topic im:write im:write.topic mpim:write mpim:write.topic',
    perMinute: 20,
  },
} satisfies Record<string, MethodFacts>;
