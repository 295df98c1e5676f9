import type { MethodFacts } from './method-facts.ts';

/** What the reference pages say of these methods (docs.slack.dev/reference/methods, one page each). */
export const chatMethods = {
  'chat.delete': {
    args: 'as_user:boolean channel! ts!',
    errors: 'cant_delete_message channel_not_found message_not_found',
    scopes: 'chat:write',
    perMinute: 50,
  },
  'chat.getPermalink': {
    args: 'channel! message_ts!',
    errors: 'channel_not_found message_not_found',
    scopes: '',
    perMinute: undefined,
  },
  'chat.postEphemeral': {
    args: [
      'as_user:boolean attachments:any blocks:any channel! icon_emoji icon_url link_names:boolean markdown_text',
      'parse:any text:any thread_ts:any user!:any username',
    ].join(' '),
    errors: [
      'cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks invalid_blocks_format',
      'is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled msg_too_long no_text',
      'not_in_channel restricted_action too_many_attachments user_not_in_channel',
    ].join(' '),
    scopes: 'chat:write',
    perMinute: 100,
  },
  'chat.postMessage': {
    args: [
      'as_user:boolean attachments:any blocks:any channel! current_draft_last_updated_ts icon_emoji:any',
      'icon_url:any link_names:boolean markdown_text metadata:any mrkdwn:boolean parse:any',
      'reply_broadcast:boolean text:any thread_ts:any unfurl_links:boolean unfurl_media:boolean username:any',
    ].join(' '),
    errors: [
      'as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found',
      'draft_already_deleted draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found',
      'duplicate_message_not_found invalid_blocks invalid_blocks_format invalid_metadata_format',
      'invalid_metadata_schema is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled',
      'metadata_must_be_sent_from_app metadata_too_large missing_file_data msg_blocks_too_long no_text',
      'not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel',
      'restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel',
      'slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked',
      'slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards',
    ].join(' '),
    scopes: 'chat:write',
    perMinute: undefined,
  },
  'chat.update': {
    args: [
      'as_user:any attachments:any blocks:any channel! file_ids:array link_names:any markdown_text metadata:any',
      'parse:any reply_broadcast:boolean text:any ts! unfurled_attachments:any',
    ].join(' '),
    errors: [
      'as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message cant_update_message',
      'channel_not_found edit_window_closed external_channel_migrating file_deleted file_is_deleted',
      'file_not_found file_share_limit_reached invalid_attachments invalid_blocks invalid_blocks_format',
      'invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict',
      'max_file_sharing_exceeded message_limit_exceeded message_not_found metadata_must_be_sent_from_app',
      'metadata_too_large msg_too_long no_dual_broadcast_content_update no_text posting_to_channel_denied',
      'slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked',
      'slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked streaming_state_conflict',
      'team_not_found too_many_attachments unable_to_share_files update_failed',
    ].join(' '),
    scopes: 'chat:write',
    perMinute: 50,
  },
} satisfies Record<string, MethodFacts>;
