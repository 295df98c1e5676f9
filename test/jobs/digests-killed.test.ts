import { describe, expect, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { mia } from '../kit/people.ts';
import { directOf, RecordingChat } from '../kit/recording-chat.ts';
import { aStoreProxy } from '../kit/store-proxy.ts';
import { aDigest } from '../reports/a-digest.ts';

/** Due at the moment at which the test's clock stands. */
const config = { digests: [aDigest({ at: '10:00' })] };

/** One process begins to send, until its store falls silent at a step; after a while another one goes on. */
async function aLife(at: number, moment: 'before' | 'after') {
  const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
  const proxy = await aStoreProxy(database);
  const first = await aDesk({ chat, clock, database: proxy.uri, config });
  proxy.arm(at, moment);
  let hasEnded = false;
  const sending = first.digestSender.sweep().then(
    () => {
      hasEnded = true;
    },
    () => undefined,
  );
  await first.until(() => hasEnded || proxy.silent());
  const wasCut = proxy.silent();
  // The sockets go first: a query that nobody answers would hold up the end of its connection.
  await proxy.stop();
  await first.crash();
  await sending;

  clock.advance(minutes(3));
  const second = await aDesk({ chat, clock, database, config });
  await second.digestSender.sweep();
  await second.digestSender.idle();
  return { chat, wasCut };
}

describe.each(['before', 'after'] as const)('a desk that is killed just %s a step of sending a digest', (moment) => {
  it('has sent it once when another one has gone on', async () => {
    let steps = 0;
    for (let wasCut = true; wasCut && steps < 60; ) {
      steps += 1;
      const life = await aLife(steps, moment);
      wasCut = life.wasCut;

      expect([steps, life.chat.shownIn(directOf(mia.ref)).length]).toEqual([steps, 1]);
    }
    expect(steps).toBeGreaterThan(5);
  }, 120_000);
});
