import type { ServiceLevelRules } from '../../sla/clock-rules.ts';
import type { Role } from './alarm.ts';

/** What desk.yaml says of what happens by itself; the desk's configuration fits. Durations are milliseconds. */
export interface AlarmRules extends ServiceLevelRules {
  readonly desk: { readonly timeZone: string };
  readonly reminders: readonly Reminder[];
  readonly quietHours?: { readonly from: string; readonly to: string; readonly except: readonly string[] };
  readonly parkedAtMostMs: Readonly<Partial<Record<string, number>>>;
  readonly nudges: {
    readonly unclaimed?: { readonly afterMs: number; readonly againMs?: number };
    readonly stale?: { readonly afterMs: number };
  };
  readonly noAnswer?: {
    readonly askAfterMs: number;
    readonly askAgainAfterMs: number;
    readonly resolveAfterMs: number;
  };
  readonly promises: { readonly remindBeforeMs: number };
  readonly survey?: { readonly afterMs: number; readonly remindAfterMs: number };
  readonly autoCloseAfterMs: number;
  readonly teams: readonly {
    readonly id: string;
    readonly assign?: 'turns' | 'fewest';
    /** Who works when; another roster may be able to take what waits. */
    readonly agents: readonly string[];
    readonly shifts?: unknown;
  }[];
}

export interface Reminder {
  readonly atPercent: number;
  readonly tell: readonly Role[];
  readonly escalate?: 'up';
}
