import type { Output } from '../io.ts';

/** How far a run is. */
export interface Reading {
  readonly texts: number;
  /** Bytes read, as they lie on the disk. */
  readonly bytes: number;
  /** Bytes that there are in all; null where that is not known. */
  readonly total: number | null;
}

/** Milliseconds between two lines. */
const EVERY = 200;
const ERASE = '\r\u001b[K';

/** A line on a terminal that says how far a run is, how fast, and how long it will take; on anything else, nothing. */
export interface Meter {
  show(reading: Reading): void;
  clear(): void;
}

export function meterOn(screen: Output, isOn: boolean, now: () => number = () => performance.now()): Meter {
  if (!isOn) return { show: () => {}, clear: () => {} };
  const start = now();
  let shown = start;
  let isThere = false;
  return {
    show(reading) {
      const time = now();
      if (time - shown < EVERY) return;
      shown = time;
      isThere = true;
      screen.write(`${ERASE}${meterLine(reading, (time - start) / 1000)}`);
    },
    clear() {
      if (isThere) screen.write(ERASE);
      isThere = false;
    },
  };
}

/** `12,345 reports, 4,321 a second, 25 %, 2:05 left` after so many seconds. */
export function meterLine({ texts, bytes, total }: Reading, seconds: number): string {
  const parts = [`${whole(texts)} reports`, `${whole(seconds > 0 ? texts / seconds : 0)} a second`];
  if (total !== null && total > 0 && bytes > 0) {
    const share = Math.min(1, bytes / total);
    parts.push(`${Math.floor(share * 100)} %`, `${clock((seconds * (1 - share)) / share)} left`);
  }
  return parts.join(', ');
}

const whole = (n: number): string => Math.round(n).toLocaleString('en-GB');

/** `1:02:03`, `2:03` */
function clock(seconds: number): string {
  const all = Math.ceil(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
