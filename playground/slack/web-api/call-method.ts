import { methodFacts } from '../facts/method-facts.ts';
import type { JsonObject } from '../json.ts';
import type { Parts } from '../parts.ts';
import { SlackError } from '../slack-error.ts';
import { Args } from './arguments.ts';
import { authorize } from './authorize.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import { historyMethods } from './history-methods.ts';
import type { Methods } from './method.ts';
import { otherMethods } from './other-methods.ts';
import { reactionMethods } from './reaction-methods.ts';
import type { ApiRequest } from './read-request.ts';
import { userMethods } from './user-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every method that is played here. */
export const methods: Methods = {
  ...chatMethods,
  ...conversationMethods,
  ...historyMethods,
  ...userMethods,
  ...viewMethods,
  ...reactionMethods,
  ...fileMethods,
  ...otherMethods,
};

/**
 * Calls a method of the Web API, after token, scope and arguments were looked at.
 * @throws SlackError for every refusal
 */
export function callMethod(request: ApiRequest, slack: Parts): JsonObject {
  const method = methods[request.method];
  const facts = methodFacts[request.method];
  if (!method || !facts) throw new SlackError('unknown_method', { req_method: request.method });
  authorize(request.method, request.token, facts, { identity: slack.identity, scopes: slack.scopes });
  return method(new Args(request.args, facts, request.isForm), slack);
}
