import { it } from '@jest/globals';
import { onSlack } from './slack-stage.ts';
import type { Platform, Stage, StageOptions } from './stage.ts';

/** Every platform that a story is told on. */
const platforms: readonly Platform[] = [onSlack];

/** Generous: a story takes a second or three, unless the machine is busy with something else. */
const storyMs = 90_000;

/** Tells a story on every platform, each time on a desk of its own. */
export function story(title: string, tell: (stage: Stage) => Promise<void>, how: StageOptions = {}): void {
  for (const { name, open } of platforms) {
    it(
      `${title} (${name})`,
      async () => {
        const stage = await open(how);
        try {
          await tell(stage);
        } finally {
          await stage.close();
        }
      },
      storyMs,
    );
  }
}
