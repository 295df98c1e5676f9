import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { teamsSnapshotOf, teamsUpdateOf } from '../../../../playground/page/teams/snapshot.ts';
import type { TeamsUpdate } from '../../../../playground/page/teams/wire.ts';
import type { TeamsTenant } from '../../../../playground/teams/teams-tenant.ts';
import { aTeamsTenant } from '../../../../playground/teams/tenant.ts';

let teams: TeamsTenant;
beforeEach(async () => {
  teams = await aTeamsTenant({ groupChats: [{ name: 'Move', members: ['dana', 'ben'] }], retryDelaysMs: [] });
});
afterEach(() => teams.stop());

const roleOf = () => 'employee';
const picture = { name: 'shot.png', content: 'png', inline: true };

describe('what the page gets of Teams', () => {
  it('is everyone, every team, channel and chat, and what was said there', async () => {
    await teams.says('dana', '#general', 'hello <@ben>');
    const snapshot = teamsSnapshotOf(teams, roleOf);
    const dana = teams.person('dana');
    expect(snapshot.people).toContainEqual(
      expect.objectContaining({ id: dana.id, objectId: dana.aadObjectId, email: 'dana@example.com' }),
    );
    expect(snapshot.places.filter(({ kind }) => kind === 'personal')).toHaveLength(teams.people.length);
    expect(snapshot.places).toContainEqual(
      expect.objectContaining({ kind: 'groupChat', name: 'Move', members: [dana.id, teams.person('ben').id] }),
    );
    expect(snapshot.posts).toMatchObject([
      { from: dana.id, text: 'hello <at>Ben Agent</at>', mentions: [{ id: teams.person('ben').id }] },
    ]);
  });

  it('says who alone is in a private channel', async () => {
    const secret = { name: 'secret', members: ['ben'] };
    const closed = await aTeamsTenant({ teams: [{ name: 'IT', members: 'everyone', channels: ['general', secret] }] });
    const { places } = teamsSnapshotOf(closed, roleOf);
    expect(places.filter(({ team }) => team)).toMatchObject([
      { name: 'general', isPrivate: false, members: [] },
      { name: 'secret', isPrivate: true, members: [closed.person('ben').id] },
    ]);
    await closed.stop();
  });

  it('has the files of a message, wherever they lie', async () => {
    await teams.tells('dana', 'look', { files: [{ name: 'a.log', content: 'lines' }, picture] });
    await teams.says('dana', '#general', 'look', { files: [{ name: 'b.log', content: 'more' }] });
    const { posts } = teamsSnapshotOf(teams, roleOf);
    const names = posts.map(({ files }) => files.map(({ name, size }) => [name, size]));
    expect(names).toEqual(
      expect.arrayContaining([
        [['b.log', 4]],
        [
          ['a.log', 5],
          ['shot.png', 3],
        ],
      ]),
    );
  });

  it('says of a message that was taken back no more than that', async () => {
    const told: TeamsUpdate[] = [];
    teams.on((change) => {
      const update = teamsUpdateOf(change, teams, roleOf);
      if (update) told.push(update);
    });
    const { message } = await teams.tells('dana', 'my password is hunter2');
    await teams.deletes('dana', teams.chatOf('dana'), message);
    expect(told.at(-1)).toMatchObject({ kind: 'post', post: { id: message.id, isDeleted: true, text: '' } });
    expect(JSON.stringify(told.at(-1))).not.toContain('hunter2');
  });

  it('counts reactions by their kind', async () => {
    const { message } = await teams.tells('dana', 'hello');
    const chat = teams.chatOf('dana');
    await teams.reacts('dana', chat, message, 'like');
    await teams.reacts('dana', chat, message, 'heart');
    expect(teamsSnapshotOf(teams, roleOf).posts[0]?.reactions).toEqual([
      { type: 'like', people: [teams.person('dana').id] },
      { type: 'heart', people: [teams.person('dana').id] },
    ]);
  });
});
