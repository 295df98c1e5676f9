import { randomUUID } from 'node:crypto';
import type { Parts } from '../parts.ts';
import { instanceDiscovery, openIdConfiguration } from '../tokens/openid.ts';
import { issueToken, loginIssuer } from '../tokens/token-endpoint.ts';
import { deleteActivity, replyToActivity, sendToConversation, updateActivity } from './activities.ts';
import { type Answer, refusal } from './answer.ts';
import type { Asked } from './asked.ts';
import { getAttachment, getAttachmentInfo, uploadAttachment } from './attachments.ts';
import { createConversation } from './create-conversation.ts';
import { getActivityMembers, getMember, getMembers, getPagedMembers } from './members.ts';
import { getTeam, getTeamChannels } from './team-roster.ts';

/** One kind of request that the tenant's server answers. */
export interface Route {
  /** The connector's own name for it. */
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  /** Needs the bot's token. */
  readonly isGuarded: boolean;
  /** How it is counted against the limits. */
  readonly pace?: 'send' | 'read';
  readonly answer: (asked: Asked, teams: Parts) => Answer;
}

/** Name of the path under which the connector lies, as region `emea` of the real one. */
export const connectorPath = '/emea/';

/** The Bot Framework's issuer, of the tokens that come to the bot. */
export const channelIssuer = 'https://api.botframework.com';

/** Every route; the first that fits answers. */
export const routes: readonly Route[] = [
  guarded('createConversation', 'POST', 'conversations', createConversation, 'send'),
  guarded('sendToConversation', 'POST', 'conversations/:/activities', sendToConversation, 'send'),
  guarded('replyToActivity', 'POST', 'conversations/:/activities/:', replyToActivity, 'send'),
  guarded('updateActivity', 'PUT', 'conversations/:/activities/:', updateActivity, 'send'),
  guarded('deleteActivity', 'DELETE', 'conversations/:/activities/:', deleteActivity, 'send'),
  guarded('getConversationMembers', 'GET', 'conversations/:/members', getMembers, 'read'),
  guarded('getConversationMember', 'GET', 'conversations/:/members/:', getMember, 'read'),
  guarded('getConversationPagedMembers', 'GET', 'conversations/:/pagedmembers', getPagedMembers, 'read'),
  guarded('getActivityMembers', 'GET', 'conversations/:/activities/:/members', getActivityMembers, 'read'),
  guarded('uploadAttachment', 'POST', 'conversations/:/attachments', uploadAttachment, 'send'),
  guarded('getAttachmentInfo', 'GET', 'attachments/:', getAttachmentInfo),
  guarded('getAttachment', 'GET', 'attachments/:/views/:', getAttachment),
  guarded('fetchTeamDetails', 'GET', 'teams/:', getTeam, 'read'),
  guarded('fetchChannelList', 'GET', 'teams/:/conversations', getTeamChannels, 'read'),
  open('token', 'POST', '/:/oauth2/v2.0/token', token),
  open('loginMetadata', 'GET', '/:/v2.0/.well-known/openid-configuration', loginMetadata),
  open('loginKeys', 'GET', '/:/discovery/v2.0/keys', (_, { loginKeys }) => ok(loginKeys.published())),
  open('instanceDiscovery', 'GET', '/common/discovery/instance', discovery),
  open('openIdMetadata', 'GET', '/v1/.well-known/openidconfiguration', channelMetadata),
  open('signingKeys', 'GET', '/v1/.well-known/keys', (_, { channelKeys }) => ok(channelKeys.published(['msteams']))),
  open('download', 'GET', '/files/:', download),
];

function guarded(
  operation: string,
  method: string,
  path: string,
  answer: Route['answer'],
  pace?: 'send' | 'read',
): Route {
  const full = pattern(`${connectorPath}v3/${path}`);
  return { operation, method, path: full, isGuarded: true, answer, ...(pace ? { pace } : {}) };
}

function open(operation: string, method: string, path: string, answer: Route['answer']): Route {
  return { operation, method, path: pattern(path), isGuarded: false, answer };
}

/** A colon stands for one part of the path. */
function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(':', '([^/]+)')}/?$`);
}

function token(asked: Asked, { identity, loginKeys: keys, baseUrl }: Parts): Answer {
  const type = 'application/x-www-form-urlencoded';
  if (!asked.contentType.startsWith(type)) {
    const description = `AADSTS900144: The request body must be ${type}.`;
    return { status: 400, body: { error: 'invalid_request', error_description: description, trace_id: randomUUID() } };
  }
  const form = new URLSearchParams(asked.body.toString('utf8'));
  return issueToken({ identity, keys, url: baseUrl() }, asked.params[0] ?? '', form);
}

function loginMetadata(asked: Asked, { identity, baseUrl }: Parts): Answer {
  const tenant = asked.params[0] ?? '';
  const url = baseUrl();
  return ok(
    openIdConfiguration({
      issuer: loginIssuer({ identity, url }),
      jwksUri: `${url}/${tenant}/discovery/v2.0/keys`,
      oauthUrl: `${url}/${tenant}/oauth2/v2.0`,
    }),
  );
}

function discovery(_: Asked, { identity, baseUrl }: Parts): Answer {
  const configuration = `${baseUrl()}/${identity.tenantId}/v2.0/.well-known/openid-configuration`;
  return ok(instanceDiscovery(new URL(baseUrl()).host, configuration));
}

function channelMetadata(_: Asked, { baseUrl }: Parts): Answer {
  const url = baseUrl();
  return ok(openIdConfiguration({ issuer: channelIssuer, jwksUri: `${url}/v1/.well-known/keys`, oauthUrl: url }));
}

/** The link of a file that a person gave: whoever has it may read, as in Teams. */
function download(asked: Asked, { files }: Parts): Answer {
  const file = files.byId(asked.params[0] ?? '');
  if (!file) return refusal(404, 'itemNotFound', 'The resource could not be found.');
  return { status: 200, body: file.content, headers: { 'content-type': file.contentType } };
}

function ok(body: Answer['body'] & object): Answer {
  return { status: 200, body };
}
