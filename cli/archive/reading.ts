import type { Arguments } from '../arguments.ts';
import type { Io, Output } from '../io.ts';
import { meterOn } from './meter.ts';
import { sizeOf } from './size.ts';

/** How far reading is, on a terminal where nothing else is written to `screen`. */
export function readingOf(args: Arguments, screen: Output, io: Io) {
  const isWatched = io.stderr.isTTY === true && screen.isTTY !== true && io.env.TERM !== 'dumb';
  const meter = meterOn(io.stderr, isWatched);
  let bytes = 0;
  let total: number | null = null;
  if (isWatched) void sizeOf(args.operands, io).then((size) => (total = size));
  return {
    onBytes: (count: number): void => void (bytes += count),
    onText: (texts: number, more: number): void => meter.show({ texts, bytes: (bytes += more), total }),
    clear: meter.clear,
  };
}
