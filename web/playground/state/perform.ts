import type { Act } from '../../../playground/page/acts.ts';
import type { TeamsAct } from '../../../playground/page/teams/acts.ts';
import type { TeamsAnswer } from '../../../playground/page/teams/wire.ts';
import type { ActAnswer } from '../../../playground/page/wire.ts';

/** An act of whoever the page acts as. */
export type OwnAct = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;

export type OwnTeamsAct = TeamsAct extends infer One ? (One extends TeamsAct ? Omit<One, 'as'> : never) : never;

/** Does it in Slack; what stands in the way is told in the answer, never thrown. */
export function perform(as: string, act: OwnAct): Promise<ActAnswer> {
  return ask('/playground/api/acts', { ...act, as });
}

/** Does it in Teams. */
export function performInTeams(as: string, act: OwnTeamsAct): Promise<TeamsAnswer> {
  return ask('/playground/api/teams/acts', { ...act, as });
}

async function ask<Answer>(path: string, body: object): Promise<Answer | { readonly trouble: string }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Answer;
    return { trouble: (answer as { error?: string }).error ?? `The desk answered ${response.status}.` };
  } catch {
    return { trouble: 'The desk cannot be reached. Is it still running?' };
  }
}
