import { it } from '@jest/globals';
import { slackToTeams, teamsToSlack } from './across-stage.ts';
import { onSlack } from './slack-stage.ts';
import type { Platform, PlatformName, Stage, StageOptions } from './stage.ts';
import { onTeams } from './teams-stage.ts';

/** Every platform that a story is told on. */
const platforms: readonly Platform[] = [onSlack, onTeams, slackToTeams, teamsToSlack];

/** Generous: a story takes a second or three, unless the machine is busy with something else. */
const storyMs = 90_000;

/** How a story is told. */
export interface Telling extends StageOptions {
  /** Where people who ask cannot do this, and what is different there: it stands in docs/platforms.md. */
  readonly not?: Readonly<Partial<Record<PlatformName, string>>>;
  /** The same for those who work. */
  readonly notForAgents?: Readonly<Partial<Record<PlatformName, string>>>;
}

/** Tells a story on every platform, each time on a desk of its own. */
export function story(title: string, tell: (stage: Stage) => Promise<void>, how: Telling = {}): void {
  for (const { name, open, employeesIn, agentsIn } of platforms) {
    if (how.not?.[employeesIn] ?? how.notForAgents?.[agentsIn]) continue;
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
