import { afterEach, describe, expect } from '@jest/globals';
import type { DigestConfig } from '../../src/config/desk-config.ts';
import type { Stage } from './kit/stage.ts';
import { story } from './kit/story.ts';

/** A zone in which it is about noon now, so that the day is long enough for what is due in four hours. */
const zoneAtNoon = () => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

/** A digest whose time has just come. */
function dueNow(): DigestConfig {
  const timeZone = zoneAtNoon();
  const at = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date());
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return { id: 'now', to: 'managers', at, timeZone, days, every: 'day', lateAtMostMs: 3_600_000 };
}

/** What desk.yaml names; a digest is added when its story comes to it. */
const digests: DigestConfig[] = [];
afterEach(() => {
  digests.length = 0;
});

async function twoTickets({ dana, desk }: Stage): Promise<void> {
  await dana.says('My VPN is down and I cannot work');
  await dana.sees('INC-1');
  await dana.says('My payslip is wrong, I miss salary');
  await dana.sees('INC-2');
  expect((await desk.ticketStore.find('INC-2'))?.confidential).toBe(true);
}

describe('a manager at digest time', () => {
  story(
    'reads in a direct message what is open and due, with a picture, and no word of what is confidential',
    async (stage) => {
      await twoTickets(stage);
      digests.push(dueNow());

      const digest = await stage.mia.sees(/Daily digest/, { in: 'direct' });

      expect(digest.text).toMatch(/Open now\W+2/);
      expect(digest.text).toMatch(/Due today\W+2/);
      expect(digest.text).toContain('INC-1');
      expect(digest.buttons).toEqual(expect.arrayContaining(['Open list', 'Mute for a week']));
      const picture = await stage.mia.seesFile(/^now-.*\.png$/);
      expect(await picture.content()).toContain('PNG');
      for (const { text } of stage.mia.all()) expect(text).not.toMatch(/INC-2|payslip/);
      expect(stage.mia.allWith(/Daily digest/)).toHaveLength(1);
    },
    { config: { digests } },
  );

  story(
    'opens the list behind the figures, without what they may not see',
    async (stage) => {
      await twoTickets(stage);
      digests.push(dueNow());

      await stage.mia.clicks('Open list');
      const list = await stage.mia.sees(/Digest: due today/);

      expect(list.text).toContain('INC-1');
      expect(list.text).toContain('1 confidential ticket is counted and not listed.');
      expect(list.text).not.toContain('INC-2');
    },
    { config: { digests } },
  );

  story(
    'mutes it for a week and takes that back on the same message',
    async (stage) => {
      await twoTickets(stage);
      digests.push(dueNow());

      const digest = await stage.mia.sees(/Daily digest/);
      await stage.mia.clicksOn(digest, 'Mute for a week');
      const muted = await stage.mia.seesBecome(digest, /Muted: the next one comes after/);
      await stage.mia.clicksOn(muted, 'Unmute');

      await stage.mia.seesButton('Mute for a week');
      expect(stage.mia.allWith(/Daily digest/)).toHaveLength(1);
    },
    { config: { digests } },
  );
});
