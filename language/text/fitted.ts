const NONE: readonly never[] = [];

/** A list as it is kept for long: without the room that it has for more; empty ones are one. */
export const fitted = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list.slice());
