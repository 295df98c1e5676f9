import type { JsonObject } from '../json.ts';
import type { Channel, Identity } from '../model.ts';

/** A conversation as the Web API describes it to the app. */
export function wireChannel(channel: Channel, identity: Identity): JsonObject {
  const created = Math.floor(channel.createdAt.getTime() / 1000);
  const isMember = channel.members.has(identity.botUserId);
  const common = { id: channel.id, created, is_archived: channel.archived, context_team_id: identity.teamId };
  if (channel.type === 'im') {
    const user = [...channel.members].find((id) => id !== identity.botUserId) ?? '';
    return { ...common, is_im: true, is_mpim: false, is_channel: false, is_group: false, user, is_open: true };
  }
  const note = (value: string) => ({ value, creator: '', last_set: 0 });
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.type === 'channel',
    is_group: channel.type === 'group',
    is_im: false,
    is_mpim: false,
    is_private: channel.type === 'group',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_member: isMember,
    creator: channel.creator,
    topic: note(channel.topic),
    purpose: note(channel.purpose),
    num_members: channel.members.size,
  };
}
