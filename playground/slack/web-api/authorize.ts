import type { MethodFacts } from '../facts/method-facts.ts';
import { words } from '../facts/words.ts';
import type { Identity } from '../model.ts';
import { SlackError } from '../slack-error.ts';

interface Access {
  readonly identity: Identity;
  /** What the bot token may do; undefined for everything. */
  readonly scopes: readonly string[] | undefined;
}

/**
 * Lets a call through or says why not.
 * @throws SlackError not_authed, invalid_auth, not_allowed_token_type or missing_scope
 */
export function authorize(method: string, token: string | undefined, facts: MethodFacts, access: Access): void {
  if (method === 'api.test') return;
  const { botToken, appToken } = access.identity;
  if (token === undefined || token === '') throw new SlackError('not_authed');
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth');
  const wanted = method === 'apps.connections.open' ? appToken : botToken;
  if (token !== wanted) throw new SlackError('not_allowed_token_type');
  const needed = words(facts.scopes);
  const granted = access.scopes;
  if (granted === undefined || needed.length === 0 || needed.some((scope) => granted.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: needed.join(','), provided: granted.join(',') });
}
