import { letLittleGarbagePileUp } from './little-garbage.ts';

/** How often is looked at how much may pile up, in milliseconds, while that still grows. */
const LOOK_MS = 10;

/**
 * For a server, which waits most of the time: garbage that lies about is memory held for nothing, and what is new in a small space is near the
 * processor.
 */
export function sweepOften(): void {
  const isLarge = letLittleGarbagePileUp({ young: 4, growth: 100 });
  const timer = setInterval(() => {
    if (isLarge()) clearInterval(timer);
  }, LOOK_MS);
  timer.unref();
}
