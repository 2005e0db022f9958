import type { Change, MutationClass } from '../mutant.ts';
import type { Sound } from '../sound.ts';
import { comparisonDrift } from './comparison.ts';
import { enhancementWithoutContrast } from './contrast.ts';
import { addedItem, omittedItem } from './items.ts';
import { impossibleLevel, levelShift, rangeReversed } from './levels.ts';
import { addedNo, droppedNo } from './presence.ts';
import { severityChange } from './severity.ts';
import { sexMismatch } from './sex.ts';
import { sideSwap } from './side.ts';
import { signalOnCt } from './signal.ts';
import { sizeChange, unitSwap } from './size.ts';

/** Every mistake of a class that could be made in a sound report. */
export const change: Readonly<Record<MutationClass, (sound: Sound) => Change[]>> = {
  'side-swap': sideSwap,
  'level-shift': levelShift,
  'range-reversed': rangeReversed,
  'dropped-no': droppedNo,
  'added-no': addedNo,
  'severity-change': severityChange,
  'unit-swap': unitSwap,
  'omitted-item': omittedItem,
  'added-item': addedItem,
  'enhancement-without-contrast': enhancementWithoutContrast,
  'signal-on-ct': signalOnCt,
  'comparison-drift': comparisonDrift,
  'sex-mismatch': sexMismatch,
  'impossible-level': impossibleLevel,
  'size-change': sizeChange,
};
