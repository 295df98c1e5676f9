import { setTimeout as pause } from 'node:timers/promises';
import type { createApp } from '../../../src/app.ts';
import type { StageOptions } from './stage.ts';

/** A desk with pages of its own: browsers reach it where it listens. */
export const withPages = { pages: () => {} } as const;

/** The model of a stage, which is given time on a machine that does other things, too. */
export function modelOf({ openai }: StageOptions) {
  return openai ? { openai, modelDeadlineMs: 30_000 } : {};
}

type StagedApp = Awaited<ReturnType<typeof createApp>>;

/** Comes back when the desk has nothing more in hand; waits also for events that are put off until another one has come. */
export async function settled({ router, desk, url }: StagedApp): Promise<void> {
  for (;;) {
    await router.inbox.idle();
    await desk.courier.idle();
    if ((await pendingAt(url)) === 0) return;
    await pause(20);
  }
}

/** How many events are taken and not done, as the desk's own figures say. */
export async function pendingAt(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return Number(/^deskhand_inbox_pending (\d+)$/m.exec(figures)?.[1] ?? Number.NaN);
}
