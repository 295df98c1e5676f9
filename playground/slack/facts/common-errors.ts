import { words } from './words.ts';

/** The error codes with which every method can answer (docs.slack.dev/reference/methods). */
export const commonErrors: readonly string[] = words(
  [
    'access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied',
    'enterprise_is_restricted fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg',
    'invalid_auth invalid_charset invalid_form_data invalid_post_type method_deprecated missing_post_type',
    'missing_scope no_permission not_allowed_token_type not_authed org_login_required ratelimited',
    'request_timeout service_unavailable team_access_not_granted team_added_to_org token_expired token_revoked',
    'two_factor_setup_required',
  ].join(' '),
);
