/** Objects as they are, and how often their properties were read: what a law about growth counts in place of a clock. */
export function watch<T extends object>(objects: readonly T[]): { watched: T[]; looks: () => number } {
  let count = 0;
  const watched = objects.map(
    (object) =>
      new Proxy(object, {
        get: (target, key, receiver) => {
          count++;
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  return { watched, looks: () => count };
}
