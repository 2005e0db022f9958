import { Failure, FileFailure } from '../failure.ts';
import { readReport } from '../input.ts';
import type { Io } from '../io.ts';
import { readRecord } from './record.ts';
import { nameOf, type Unit, type Unread } from './unit.ts';

/** The text of a unit. */
export interface Content {
  readonly text: string;
  /** As JSON; null where it has none. */
  readonly id: string | null;
  /** What else its record holds. */
  readonly rest: object;
}

/** Reads a unit, or says why it cannot be read. */
export async function contentOf({ origin, content }: Unit, io: Io): Promise<Content | (Unread & { readonly id: string | null })> {
  switch (content.is) {
    case 'unread':
      return { id: null, code: content.code, message: content.message };
    case 'text':
      return { text: content.text, id: idOf(content.id), rest: content.rest };
    case 'json': {
      const record = readRecord(content.json);
      return 'code' in record ? { ...record, id: known(record.id) } : { ...record, id: known(record.id) };
    }
    case 'file':
      try {
        return { text: (await readReport(content.word, io)).text, id: null, rest: {} };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return { id: null, code: 'unreadable', message: reasonOf(error, nameOf(origin)) };
      }
  }
}

const idOf = (id: string | null): string | null => (id === null ? null : JSON.stringify(id));
const known = (id: string): string | null => (id === 'null' ? null : id);

/** The message without the name of the file, which is told apart. */
function reasonOf(error: Failure, name: string): string {
  if (error instanceof FileFailure) return error.reason;
  return error.message.startsWith(`${name}: `) ? error.message.slice(name.length + 2) : error.message;
}
