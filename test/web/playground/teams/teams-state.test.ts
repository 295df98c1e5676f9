import { describe, expect, it } from '@jest/globals';
import type { TeamsSnapshot, TeamsUpdate, WirePost } from '../../../../playground/page/teams/wire.ts';
import { cardsFor, chatOf, chatsOf, teamsOf, threadsIn } from '../../../../web/playground/teams/state/reading-teams.ts';
import {
  fromTeamsSnapshot,
  type TeamsState,
  withTeamsUpdate,
} from '../../../../web/playground/teams/state/teams-state.ts';
import { emptyTenant } from '../empty-tenant.ts';

function said(id: string, change: Partial<WirePost> = {}): WirePost {
  return {
    ...{ id, place: 'c1', from: 'dana', text: id, format: 'plain', mentions: [], cards: [], ownCards: {} },
    ...{ files: [], pictures: [], isEdited: false, isDeleted: false, reactions: [], ...change },
  };
}

const snapshot: TeamsSnapshot = {
  ...emptyTenant,
  teams: [{ id: 't1', name: 'Company', members: ['dana', 'ben'] }],
  places: [
    { id: 'c1', kind: 'channel', name: 'General', team: 't1', members: [], isPrivate: false },
    { id: 'c2', kind: 'channel', name: 'Secret', team: 't1', members: ['dana'], isPrivate: true },
    { id: 'g1', kind: 'groupChat', name: 'Move', members: ['dana'], isPrivate: true },
    { id: 'p1', kind: 'personal', name: 'Deskhand', members: ['dana'], isPrivate: true },
  ],
  posts: [said('30'), said('9')],
};

const ids = (state: TeamsState) => state.posts.get('c1')?.map(({ id }) => id);
const after = (...updates: TeamsUpdate[]) => updates.reduce(withTeamsUpdate, fromTeamsSnapshot(snapshot));

describe('the tenant as the page knows it', () => {
  it('has what was said in its order, by number', () => {
    expect(ids(fromTeamsSnapshot(snapshot))).toEqual(['9', '30']);
    expect(ids(after({ kind: 'post', post: said('10') }))).toEqual(['9', '10', '30']);
  });

  it('takes the same update twice', () => {
    const post = { kind: 'post', post: said('9', { text: 'changed' }) } as const;
    expect(after(post, post).posts.get('c1')).toMatchObject([{ text: 'changed' }, { id: '30' }]);
  });

  it('keeps a place for what a person took back, none for what the desk did', () => {
    expect(ids(after({ kind: 'post', post: said('9', { isDeleted: true }) }))).toEqual(['9', '30']);
    expect(ids(after({ kind: 'post', post: said('9', { isDeleted: true, from: '28:desk' }) }))).toEqual(['30']);
  });

  it('forgets that the desk is typing when it has said something', () => {
    const typing = { kind: 'typing', place: 'c1' } as const;
    expect(after(typing).typing).toEqual(new Set(['c1']));
    expect(after(typing, { kind: 'post', post: said('31', { from: '28:desk' }) }).typing).toEqual(new Set());
  });

  it('opens and closes forms', () => {
    const task = { title: 'Resolve', card: {} };
    const opened = after({ kind: 'task', person: 'ben', task });
    expect(opened.tasks.ben).toBe(task);
    expect(withTeamsUpdate(opened, { kind: 'task', person: 'ben' }).tasks.ben).toBeUndefined();
  });
});

describe('what a person sees of Teams', () => {
  const state = fromTeamsSnapshot(snapshot);

  it('is their chats, the one with the desk first, and the teams and private channels that they are in', () => {
    expect(chatOf(state, 'dana')).toBe('p1');
    expect(chatsOf(state, 'dana').map(({ id }) => id)).toEqual(['p1', 'g1']);
    expect(teamsOf(state, 'ben').map(({ channels }) => channels.map(({ name }) => name))).toEqual([['General']]);
    expect(teamsOf(state, 'dana').map(({ channels }) => channels.length)).toEqual([2]);
    expect(teamsOf(state, 'eve')).toEqual([]);
  });

  it('is a channel in threads, by their beginnings', () => {
    const posts = [said('1', { thread: '1' }), said('2', { thread: '2' }), said('3', { thread: '1' })];
    expect(threadsIn(posts).map(({ root, replies }) => [root.id, ...replies.map(({ id }) => id)])).toEqual([
      ['1', '3'],
      ['2'],
    ]);
  });

  it('is the card that the desk has drawn for them alone, where there is one', () => {
    const post = said('1', { cards: [{ for: 'all' }], ownCards: { ben: { for: 'ben' } } });
    expect(cardsFor(post, 'ben')).toEqual([{ for: 'ben' }]);
    expect(cardsFor(post, 'dana')).toEqual([{ for: 'all' }]);
  });
});
