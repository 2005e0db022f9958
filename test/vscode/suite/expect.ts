/** Assertions that also run in a browser, where Node's own are missing. */
export function equal(actual: unknown, expected: unknown, what = 'not equal'): void {
  const [is, should] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== should) throw new Error(`${what}\nis:     ${is}\nshould: ${should}`);
}

export function ok<T>(value: T, what: string): asserts value is NonNullable<T> {
  if (!value) throw new Error(what);
}

export function includes(text: string, part: string): void {
  ok(text.includes(part), `"${part}" is not in:\n${text}`);
}
