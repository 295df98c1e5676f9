import { createContext, useContext } from 'react';
import type { ActAnswer, WirePerson } from '../../../playground/page/wire.ts';
import type { OwnAct } from './perform.ts';
import type { Route } from './route.ts';
import type { Self } from './selves.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What every part of the page may use. */
export interface Desk {
  readonly state: WorkspaceState;
  readonly selves: readonly Self[];
  /** Whom the page acts as, on both platforms. */
  readonly self: Self;
  /** The same person in Slack. */
  readonly me: WirePerson;
  readonly route: Route;
  /** Acts in Slack as the person chosen; trouble is shown to them too. */
  readonly act: (act: OwnAct) => Promise<ActAnswer>;
  readonly go: (route: Route) => void;
  readonly complain: (trouble: string) => void;
  /** Shows what somebody is told in passing. */
  readonly tell: (notice: string) => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part stands outside the page.');
  return desk;
}
