import type { Io } from '../io.ts';

/** Whether a person asks for an end. */
export function stopOf(io: Io) {
  let isAsked = false;
  let stop = (): void => {};
  const asked = new Promise<void>((resolve) => (stop = resolve));
  const listenNoMore = io.onInterrupt?.(() => {
    isAsked = true;
    stop();
  });
  return { asked, isAsked: () => isAsked, listenNoMore: () => listenNoMore?.() };
}
