/** Index of the last of rising numbers that is not above a given one, by halving; -1 where all are above it. */
export function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > most) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
