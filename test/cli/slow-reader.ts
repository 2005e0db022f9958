/** A filter's standard input and output that write down who reads, writes and waits, and in which order; the reader is never ready at once. */
export function slowReader() {
  const order: string[] = [];
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (const id of [1, 2, 3]) {
      order.push(`read ${id}`);
      yield Buffer.from(`{"id":${id},"text":""}\n`);
    }
  }
  const stdout = {
    write: (text: string) => {
      order.push(`wrote ${JSON.parse(text).id}`);
      return false;
    },
    once: (_: 'drain', callback: () => void) => {
      order.push('waits');
      setImmediate(callback);
    },
  };
  return { order, stdin: stdin(), stdout };
}

/** One line at a time, and no next one before the reader has taken it. */
export const LINE_BY_LINE = [1, 2, 3].flatMap((id) => [`read ${id}`, `wrote ${id}`, 'waits']);
