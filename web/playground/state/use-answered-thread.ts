import { useEffect, useRef } from 'react';
import { useDesk } from './desk-context.ts';
import { isReply } from './reading.ts';

/** Narrower pages show one pane at a time, and do not jump away from it. */
const wideEnough = '(min-width: 1000px)';

/** Opens the thread in which the desk answers to what one has just written to it, as a newcomer would else miss it. */
export function useAnsweredThread(): void {
  const { state, me, route, go } = useDesk();
  const messages = state.messages.get(route.place ?? '');
  const last = messages?.at(-1);
  const seen = useRef(last?.ts ?? '');
  useEffect(() => {
    if (!last || last.ts <= seen.current) return;
    seen.current = last.ts;
    if (route.thread || last.user !== state.bot || !isReply(last) || last.onlyFor) return;
    const root = messages?.find(({ ts }) => ts === last.thread);
    const isFirst = messages?.filter((one) => isReply(one) && one.thread === last.thread).length === 1;
    if (root?.user !== me.id || !isFirst || !matchMedia(wideEnough).matches) return;
    go({ as: me.id, place: last.channel, thread: root.ts });
  }, [last, messages, me, route.thread, state.bot, go]);
}
