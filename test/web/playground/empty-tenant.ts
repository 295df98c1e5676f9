import type { TeamsSnapshot } from '../../../playground/page/teams/wire.ts';

/** A tenant in which nobody is and nothing was said. */
export const emptyTenant: TeamsSnapshot = {
  bot: { id: '28:desk', name: 'Deskhand' },
  people: [],
  teams: [],
  places: [],
  posts: [],
  tasks: {},
};
