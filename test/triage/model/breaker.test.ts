import { describe, expect, it } from '@jest/globals';
import { Breaker } from '../../../src/triage/model/breaker.ts';
import { FakeClock, seconds } from '../../kit/fake-clock.ts';

const silent = { reason: 'timeout', isSilent: true } as const;
const error = { reason: 'error', isSilent: false } as const;

function aBreaker() {
  const clock = new FakeClock();
  return { clock, breaker: new Breaker(clock) };
}

describe('a server that is left alone', () => {
  it('gave no sign once, and is tried by one call after ten seconds', () => {
    const { breaker, clock } = aBreaker();
    breaker.failed(silent);

    expect(breaker.closedFor()).toBe('timeout');
    clock.advance(seconds(10));
    expect(breaker.closedFor()).toBeUndefined();
    expect(breaker.closedFor()).toBe('timeout');
  });

  it('answered with errors three times', () => {
    const { breaker } = aBreaker();
    breaker.failed(error);
    breaker.failed(error);
    expect(breaker.closedFor()).toBeUndefined();
    breaker.failed(error);
    expect(breaker.closedFor()).toBe('error');
  });

  it('is so for twice as long each time, at most five minutes', () => {
    const { breaker, clock } = aBreaker();
    const pauses = Array.from({ length: 8 }, () => {
      breaker.failed(silent);
      let pause = 0;
      while (breaker.closedFor()) {
        clock.advance(seconds(1));
        pause += 1;
      }
      return pause;
    });

    expect(pauses).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('is so for as long as it asks, and not at all once it has answered', () => {
    const { breaker, clock } = aBreaker();
    breaker.failed({ ...error, retryAfterMs: seconds(30) });
    clock.advance(seconds(29));
    expect(breaker.closedFor()).toBe('error');
    clock.advance(seconds(1));
    expect(breaker.closedFor()).toBeUndefined();
    breaker.succeeded();
    breaker.failed(error);
    expect(breaker.closedFor()).toBeUndefined();
  });
});
