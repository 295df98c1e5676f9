import type { Act } from '../../../playground/page/acts.ts';
import type { ActAnswer } from '../../../playground/page/wire.ts';

/** An act of whoever the page acts as. */
export type OwnAct = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;

/** Does it; what stands in the way is told in the answer, never thrown. */
export async function perform(as: string, act: OwnAct): Promise<ActAnswer> {
  try {
    const response = await fetch('/playground/api/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...act, as }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as ActAnswer;
    return { trouble: (answer as { error?: string }).error ?? `The desk answered ${response.status}.` };
  } catch {
    return { trouble: 'The desk cannot be reached. Is it still running?' };
  }
}
