import { isPayload, type Payload, parts, word } from '../../src/chat/payload.ts';
import { conversationId, placeRef } from './place-id.ts';
import type { ServiceUrls } from './service-urls.ts';
import type { ConnectorCall, Transport } from './transport.ts';

/** A conversation, or a thread in it. */
export interface Where {
  readonly tenant: string;
  readonly conversation: string;
  readonly root?: string;
}

type Expected = Pick<ConnectorCall, 'expects'>;

/**
 * The connector's calls that the desk uses, by the connector's own names. Each throws DeliveryError when it cannot be done.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export class Connector {
  readonly #transport: Transport;
  readonly #urls: ServiceUrls;

  constructor(transport: Transport, urls: ServiceUrls) {
    this.#transport = transport;
    this.#urls = urls;
  }

  /** @returns the message's id */
  async send(where: Where, activity: Payload, options: Expected = {}): Promise<string> {
    const answer = await this.#call(where, {
      name: 'sendToConversation',
      method: 'POST',
      path: 'activities',
      body: activity,
      ...options,
    });
    return word(answer, 'id') ?? '';
  }

  async update(where: Where, id: string, activity: Payload, options: Expected = {}): Promise<void> {
    const path = `activities/${encodeURIComponent(id)}`;
    await this.#call(where, { name: 'updateActivity', method: 'PUT', path, body: { ...activity, id }, ...options });
  }

  /** @returns the conversation of a person and the desk, which is always the same */
  async open(tenant: string, user: string, bot: string | undefined): Promise<string> {
    const body = {
      isGroup: false,
      members: [{ id: user }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
      ...(bot && { bot: { id: bot } }),
    };
    const place = placeRef(tenant, user);
    const call = { name: 'createConversation', method: 'POST', path: 'conversations', body } as const;
    const answer = await this.#transport.call({
      ...call,
      tenant,
      place,
      entrance: this.#urls.of(tenant, user),
      thread: user,
    });
    return (isPayload(answer) && word(answer, 'id')) || user;
  }

  /** @param user by the bot's id for them, object id or user principal name */
  async member(where: Where, user: string, options: Expected = {}): Promise<Payload> {
    const path = `members/${encodeURIComponent(user)}`;
    return this.#call(where, { name: 'getConversationMember', method: 'GET', path, ...options }, 'read');
  }

  /** Everybody in a conversation, page by page. */
  async *members(where: Where, options: Expected = {}): AsyncGenerator<Payload> {
    let token: string | undefined;
    do {
      const query = token === undefined ? '' : `&continuationToken=${encodeURIComponent(token)}`;
      const path = `pagedmembers?pageSize=500${query}`;
      const answer = await this.#call(
        where,
        { name: 'getConversationPagedMembers', method: 'GET', path, ...options },
        'read',
      );
      yield* parts(answer, 'members');
      token = word(answer, 'continuationToken');
    } while (token !== undefined);
  }

  /** A team's name, and its channels; the one called General comes without a name. */
  async team(
    tenant: string,
    team: string,
    options: Expected = {},
  ): Promise<{ readonly name: string; readonly channels: readonly Payload[] }> {
    const base = {
      method: 'GET',
      tenant,
      entrance: this.#urls.of(tenant, team),
      place: placeRef(tenant, team),
      ...options,
    } as const;
    const path = `teams/${encodeURIComponent(team)}`;
    const details = await this.#transport.call({ ...base, name: 'fetchTeamDetails', path });
    const list = await this.#transport.call({ ...base, name: 'fetchChannelList', path: `${path}/conversations` });
    return {
      name: (isPayload(details) && word(details, 'name')) || '',
      channels: isPayload(list) ? parts(list, 'conversations') : [],
    };
  }

  /** @param counted reading is counted apart from speaking */
  async #call(
    where: Where,
    call: Pick<ConnectorCall, 'name' | 'method' | 'path' | 'body' | 'expects'>,
    counted?: 'read',
  ): Promise<Payload> {
    const { tenant, conversation, root } = where;
    const id = conversationId(where);
    const answer = await this.#transport.call({
      ...call,
      path: `conversations/${encodeURIComponent(id)}/${call.path}`,
      tenant,
      entrance: this.#urls.of(tenant, conversation),
      thread: counted ? `${id} ${counted}` : id,
      place: placeRef(tenant, conversation, root),
    });
    return isPayload(answer) ? answer : {};
  }
}
