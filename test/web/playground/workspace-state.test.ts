import { describe, expect, it } from '@jest/globals';
import type { Snapshot, Update, WireMessage } from '../../../playground/page/wire.ts';
import { type WorkspaceState, withUpdate } from '../../../web/playground/state/workspace-state.ts';
import { emptyTenant } from './empty-tenant.ts';

function said(ts: string, text = ts): WireMessage {
  return { channel: 'C1', ts, text, blocks: [], isEdited: false, reactions: [], files: [] };
}

const snapshot: Snapshot = {
  team: 'Example',
  bot: 'U1',
  people: [],
  channels: [],
  messages: [said('3.000000'), said('1.000000')],
  modals: {},
  homes: {},
  happenings: [],
  directs: {},
  teams: emptyTenant,
};

function after(...updates: readonly Update[]): WorkspaceState | undefined {
  const all: readonly Update[] = [{ kind: 'snapshot', snapshot }, ...updates];
  return all.reduce<WorkspaceState | undefined>(withUpdate, undefined);
}

const texts = (state: WorkspaceState | undefined) => state?.messages.get('C1')?.map(({ text }) => text);

describe('following the workspace', () => {
  it('keeps messages in the order of their time stamps, however they come', () => {
    expect(texts(after({ kind: 'message', message: said('2.000000') }))).toEqual(['1.000000', '2.000000', '3.000000']);
  });

  it('changes nothing when an update comes twice', () => {
    const update: Update = { kind: 'message', message: said('2.000000', 'once') };
    expect(after(update, update)).toEqual(after(update));
  });

  it('shows the newest drawing of a message and drops a deleted one', () => {
    const state = after(
      { kind: 'message', message: said('1.000000', 'edited') },
      { kind: 'message gone', channel: 'C1', ts: '3.000000' },
    );
    expect(texts(state)).toEqual(['edited']);
  });

  it('begins anew with a snapshot', () => {
    const again = after({ kind: 'message', message: said('9.000000') }, { kind: 'snapshot', snapshot });
    expect(again).toEqual(after());
  });

  it('waits for the first snapshot', () => {
    expect(withUpdate(undefined, { kind: 'message', message: said('1.000000') })).toBeUndefined();
  });
});
