import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { Delivery } from '../../../playground/teams/delivery/delivery.ts';
import type { TeamsMessage } from '../../../playground/teams/model.ts';
import { aTeamsTenant } from '../../../playground/teams/tenant.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import { silentLog } from '../../../src/log.ts';
import { askForToken } from '../../playground/teams/a-plain-bot.ts';
import { type Brought, type Name, nothing, type Seen, type Story, type Subject, type Where } from './subject.ts';

/** Teams' adapter against the emulated tenant. */
export async function onTeams(): Promise<Subject> {
  const teams = await aTeamsTenant({ retryDelaysMs: [5, 10, 20] });
  const { TEAMS_APP_ID: appId = '', TEAMS_APP_PASSWORD: appPassword = '', ...env } = teams.environment;
  const { tenantId } = teams.identity;
  const adapter = teamsAdapter({
    ...{ appId, appPassword, tenantId },
    ...{ loginUrl: env.TEAMS_LOGIN_URL ?? '', oauthScope: env.TEAMS_OAUTH_SCOPE ?? '' },
    ...{ tokenIssuer: env.TEAMS_TOKEN_ISSUER ?? '', openIdMetadataUrl: env.TEAMS_OPENID_METADATA_URL ?? '' },
    log: silentLog,
    now: () => new Date(),
    onTrouble: () => undefined,
    windows: [],
    retry: { firstMs: 5, longestMs: 40, withinMs: 10_000, timeoutMs: 3000, stopMs: 3000 },
  });
  const server = createServer((request, response) => {
    const route = adapter.routes.find(({ path }) => path === request.url);
    if (route) route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const messagesUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const events: ChatEvent[] = [];
  const desk: { story: Story } = { story: async () => {} };
  await adapter.start(async (turn) => {
    events.push(turn.event);
    await desk.story(turn);
  });
  await teams.connect({ messagesUrl });
  // What the tenant tells when the app is put into it: by it the desk learns where the connector is.
  await teams.tells('ben', 'hello');
  await teams.says('ben', 'help-it', '<@bot> hello');
  events.length = 0;
  const idOf = (where: Where, name: Name) => (where === 'direct' ? teams.chatOf(name) : teams.place(where).id);
  const nameOf = (id: string) => teams.people.find((each) => each.id === id || each.aadObjectId === id)?.name ?? id;
  const refOf = ({ conversationId, threadId, id }: TeamsMessage) =>
    `teams:${tenantId}/${conversationId}${threadId ? `;messageid=${threadId}` : ''}/${id}`;
  const brought = (delivery: Delivery): Brought => ({
    statuses: delivery.attempts.map(({ status }) => status),
    again: async () => void (await teams.redeliver(delivery)),
  });
  const seen = (message: TeamsMessage, all: readonly TeamsMessage[]): Seen => {
    const root = all.find(({ id }) => id === message.threadId);
    return {
      ref: refOf(message),
      text: teams.words(message),
      pings: teams.pingsIn(message).map(nameOf),
      files: message.attachments.map(({ name }) => String(name)),
      ...(root && root !== message && { under: refOf(root) }),
    };
  };
  return {
    ...{ adapter, events },
    tell: (story) => {
      desk.story = story;
    },
    person: (name) => `teams:${tenantId}/${teams.person(name).aadObjectId}`,
    place: (where, name = 'dana') => `teams:${tenantId}/${idOf(where, name)}`,
    nowhere: `teams:${tenantId}/19:nowhere@thread.tacv2`,
    says: async (name, where, words, files = []) => {
      const text = where === 'direct' ? words : `<@bot> ${words}`;
      const { deliveries } = await teams.says(name, idOf(where, name), text, { files });
      return brought(deliveries[0] ?? nothing());
    },
    clicks: async (name, ref, label) => {
      const message = teams.message('help-it', ref.split('/').at(-1) ?? '') ?? nothing();
      const { delivery } = await teams.clicks(name, message, label);
      return brought(delivery ?? nothing());
    },
    form: (name) => teams.task(name)?.title,
    submits: async (name, values) => {
      const { trouble } = await teams.submits(name, values);
      return [...teams.problems(name), ...(trouble ? [trouble] : [])];
    },
    latest: () => brought(teams.deliveries.at(-1) ?? nothing()),
    sees: (name, where) => {
      const all = teams.allMessages(idOf(where, name)).filter(({ isDeleted }) => !isDeleted);
      return all.map((message) => seen(message, all));
    },
    removes: async (ref) => {
      const [, conversation = '', id = ''] = ref.split('/');
      const { body } = await askForToken(teams.environment);
      const url = `${teams.serviceUrl}v3/conversations/${encodeURIComponent(conversation)}/activities/${id}`;
      await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${String(body.access_token)}` } });
    },
    until: async (isSo) => void (await teams.until(() => isSo())),
    roundTrip: async () => void (await fetch(new URL('/nothing', messagesUrl))),
    stop: async () => {
      await adapter.stop();
      await teams.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
