import type { MethodFacts } from './method-facts.ts';

/** What the reference pages say of these methods (docs.slack.dev/reference/methods, one page each). */
export const otherMethods = {
  'api.test': {
    args: 'error',
    errors: '',
    scopes: '',
    perMinute: 100,
  },
  'apps.connections.open': {
    args: '',
    errors: 'forbidden_team insecure_request missing_args',
    scopes: '',
    perMinute: 50,
  },
  'auth.test': {
    args: '',
    errors: '',
    scopes: '',
    perMinute: undefined,
  },
  'bots.info': {
    args: 'bot team_id',
    errors: 'bot_not_found bots_not_found missing_argument team_not_found',
    scopes: 'users:read',
    perMinute: 50,
  },
  'files.completeUploadExternal': {
    args: 'blocks channel_id:any channels files!:array initial_comment thread_ts',
    errors: [
      'channel_not_found channels_limit_exceeded file_not_found file_type_not_allowed file_update_failed',
      'file_uploads_except_images_disabled invalid_blocks invalid_channel not_in_channel',
      'posting_to_channel_denied',
    ].join(' '),
    scopes: 'files:write',
    perMinute: 100,
  },
  'files.getUploadURLExternal': {
    args: 'alt_txt filename! length!:integer snippet_type',
    errors: [
      'alt_txt_too_large file_type_not_allowed file_upload_size_restricted file_uploads_disabled',
      'file_uploads_except_images_disabled missing_argument snippet_too_large storage_limit_reached',
      'unknown_snippet_type unknown_subtype',
    ].join(' '),
    scopes: 'files:write',
    perMinute: 100,
  },
  'files.info': {
    args: 'count:integer cursor file! limit:integer page:integer',
    errors: [
      'canvas_disabled_file_team canvas_disabled_user_team canvas_globally_disabled file_deleted file_not_found',
      'not_visible slack_connect_canvas_sharing_blocked template_not_visible',
    ].join(' '),
    scopes: 'files:read',
    perMinute: 100,
  },
  'reactions.add': {
    args: 'channel! name! timestamp!',
    errors: [
      'already_reacted bad_timestamp channel_not_found external_channel_migrating invalid_name is_archived',
      'message_not_found no_access no_item_specified not_reactable thread_locked too_many_emoji',
      'too_many_reactions',
    ].join(' '),
    scopes: 'reactions:write',
    perMinute: 50,
  },
  'reactions.get': {
    args: 'channel file file_comment full:boolean timestamp',
    errors: 'bad_timestamp channel_not_found file_comment_not_found file_not_found message_not_found no_item_specified',
    scopes: 'reactions:read',
    perMinute: 50,
  },
  'reactions.remove': {
    args: 'channel file file_comment name! timestamp',
    errors: [
      'bad_timestamp channel_not_found external_channel_migrating file_comment_not_found file_not_found',
      'invalid_name message_not_found no_access no_item_specified no_reaction thread_locked',
    ].join(' '),
    scopes: 'reactions:write',
    perMinute: 20,
  },
  'team.info': {
    args: 'domain team',
    errors: [
      'enterprise_not_found fail_to_get_teams_for_restricted_user missing_user org_not_found team_not_found',
      'team_not_on_enterprise user_not_found',
    ].join(' '),
    scopes: 'team:read',
    perMinute: 50,
  },
  'views.open': {
    args: 'interactivity_pointer:any trigger_id:any view!:any',
    errors: 'duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id view_too_large',
    scopes: '',
    perMinute: 100,
  },
  'views.publish': {
    args: 'hash user_id! view!:any',
    errors: 'duplicate_external_id hash_conflict missing_profile_id not_enabled not_implemented view_too_large',
    scopes: '',
    perMinute: 100,
  },
  'views.push': {
    args: 'interactivity_pointer:any trigger_id:any view!:any',
    errors: [
      'duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id not_found',
      'push_limit_reached view_too_large',
    ].join(' '),
    scopes: '',
    perMinute: 100,
  },
  'views.update': {
    args: 'external_id hash view!:any view_id',
    errors: 'duplicate_external_id hash_conflict not_found view_too_large',
    scopes: '',
    perMinute: 100,
  },
} satisfies Record<string, MethodFacts>;
