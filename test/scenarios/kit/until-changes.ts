/** What tells of its changes, as the emulated platforms do. */
export interface Changing {
  on(listener: () => void): () => void;
}

/** Waits until something is so, asked again after every change of any of them; throws with what it last looked like. */
export function untilChanges<Found>(
  all: readonly Changing[],
  isSo: () => Found | undefined,
  { timeoutMs, describe }: { readonly timeoutMs: number; readonly describe: () => string },
): Promise<Found> {
  const found = isSo();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      settle();
    };
    const look = () => {
      try {
        const now = isSo();
        if (now !== undefined) end(() => resolve(now));
      } catch (cause) {
        end(() => reject(cause));
      }
    };
    const timer = setTimeout(
      () => end(() => reject(new Error(`Still not so after ${timeoutMs} ms.\n${describe()}`))),
      timeoutMs,
    );
    const stops = all.map((one) => one.on(look));
  });
}
