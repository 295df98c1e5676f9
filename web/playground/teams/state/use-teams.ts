import { useCallback } from 'react';
import type { TeamsAnswer, WireTeamsPerson } from '../../../../playground/page/teams/wire.ts';
import { useDesk } from '../../state/desk-context.ts';
import { type OwnTeamsAct, performInTeams } from '../../state/perform.ts';
import type { TeamsState } from './teams-state.ts';

/** What every part of Teams may use. */
export interface Teams {
  readonly state: TeamsState;
  readonly me: WireTeamsPerson;
  /** The id of the channel or chat that is open. */
  readonly place: string;
  /** Acts as the person chosen; trouble, and what the desk says in passing, is shown to them too. */
  readonly act: (act: OwnTeamsAct) => Promise<TeamsAnswer>;
}

export function useTeams(): Teams {
  const { state, self, route, complain, tell } = useDesk();
  const me = self.teams;
  if (!me) throw new Error(`${self.realName} has no account in Teams.`);
  const act = useCallback(
    async (what: OwnTeamsAct) => {
      const answer = await performInTeams(me.id, what);
      if (answer.trouble) complain(answer.trouble);
      if (answer.notice && what.do !== 'search') tell(answer.notice);
      return answer;
    },
    [me.id, complain, tell],
  );
  return { state: state.teams, me, place: route.place ?? '', act };
}
