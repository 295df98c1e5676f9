/** Activities as Teams sends them, with everything that names a real tenant replaced. */
export const tenant = '11111111-2222-3333-4444-555555555555';
export const appId = 'bbbbbbbb-0000-0000-0000-00000000000b';
export const botId = `28:${appId}`;
export const channelId = '19:help@thread.tacv2';
export const chatId = 'a:1danas-chat_with-the-desk';
export const dana = { id: '29:1dana', name: 'Dana Doe', aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000001' };
export const ben = { id: '29:1ben', name: 'Ben Bit', aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000002' };
export const personOf = ({ aadObjectId }: { readonly aadObjectId: string }): string => `teams:${tenant}/${aadObjectId}`;

const base = {
  id: '1764000000001',
  timestamp: '2026-11-24T08:30:00.123Z',
  localTimezone: 'Europe/Berlin',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: dana,
  recipient: { id: botId, name: 'Deskhand' },
  locale: 'de-DE',
};

export const inChat = {
  conversation: { conversationType: 'personal', tenantId: tenant, id: chatId },
  channelData: { tenant: { id: tenant } },
};

/** @param root of the thread; the message's own id in one that begins it */
export const inChannel = (root: string) => ({
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: tenant,
    id: `${channelId};messageid=${root}`,
    name: 'Help',
  },
  channelData: {
    teamsChannelId: channelId,
    teamsTeamId: '19:team@thread.tacv2',
    channel: { id: channelId },
    team: { id: '19:team@thread.tacv2', aadGroupId: 'g' },
    tenant: { id: tenant },
  },
});

export const mention = (who: { id: string; name: string }) => ({
  type: 'mention',
  mentioned: { id: who.id, name: who.name },
  text: `<at>${who.name}</at>`,
});
export const deskMention = mention({ id: botId, name: 'Deskhand' });

/** A message in the chat of Dana and the desk, unless told otherwise. */
export const aMessage = (rest: object = {}) => ({
  ...base,
  ...inChat,
  type: 'message',
  textFormat: 'plain',
  text: 'VPN is down',
  entities: [],
  attachments: [],
  ...rest,
});

/** A message in a channel that names the desk. */
export const aMention = (words: string, rest: object = {}) =>
  aMessage({ ...inChannel(base.id), text: `<at>Deskhand</at> ${words}`, entities: [deskMention], ...rest });

export const anInvoke = (name: string, value: object, rest: object = {}) => ({
  ...base,
  ...inChat,
  id: 'f:invoke-1',
  type: 'invoke',
  name,
  value,
  ...rest,
});

export const anActivity = (type: string, rest: object = {}) => ({ ...base, ...inChat, type, ...rest });
