/**
 * How long to wait before the next attempt: doubling, between half and the whole of it by chance, so that many callers
 * do not come back together.
 * @param attempt 1 after the first failure
 */
export function pauseMs(
  attempt: number,
  policy: { readonly firstMs: number; readonly longestMs: number },
  chance = Math.random,
): number {
  const whole = Math.min(policy.longestMs, policy.firstMs * 2 ** (attempt - 1));
  return Math.round(whole / 2 + (whole / 2) * chance());
}

/** Waits; a signal cuts it short. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
