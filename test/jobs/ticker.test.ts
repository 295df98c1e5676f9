import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Ticker } from '../../src/jobs/ticker.ts';
import { silentLog } from '../../src/log.ts';

afterEach(() => {
  jest.useRealTimers();
});

function aTicker(run: () => Promise<void>) {
  jest.useFakeTimers();
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (facts: unknown) => void errors.push(facts) };
  const ticker = new Ticker([{ name: 'alarms', run }], log);
  ticker.start();
  return { ticker, errors };
}

describe('the ticker', () => {
  it('looks every second, whatever the wall clock says', async () => {
    let looks = 0;
    aTicker(async () => {
      looks += 1;
    });

    await jest.advanceTimersByTimeAsync(3_500);
    jest.setSystemTime(new Date('2020-01-01T00:00:00Z'));
    await jest.advanceTimersByTimeAsync(2_000);

    expect(looks).toBe(5);
  });

  it('does not begin again what is still under way', async () => {
    let [running, most] = [0, 0];
    aTicker(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      running -= 1;
    });

    await jest.advanceTimersByTimeAsync(10_000);

    expect(most).toBe(1);
  });

  it('goes on after a failure, and tells of it once until it works again', async () => {
    let looks = 0;
    const { errors } = aTicker(async () => {
      looks += 1;
      if (looks < 4 || looks === 6) throw new Error('the store is away');
    });

    await jest.advanceTimersByTimeAsync(7_000);

    expect(looks).toBe(7);
    expect(errors).toHaveLength(2);
  });

  it('waits at its stop for what is under way, and begins nothing more', async () => {
    let [begun, ended] = [0, 0];
    const { ticker } = aTicker(async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      ended += 1;
    });
    await jest.advanceTimersByTimeAsync(1_000);

    const stopped = ticker.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    await stopped;

    expect({ begun, ended }).toEqual({ begun: 1, ended: 1 });
  });
});
