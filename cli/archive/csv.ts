const QUOTE = 34;
const SEPARATORS = [',', ';', '\t'];

/**
 * The records of a CSV file, from its lines without line breaks: lines are joined while a quoted field is open. Each comes with the number of
 * its first line, from 1; one of more than `most` bytes, or with a line that is null, comes as null, and reading goes on with the next line.
 * `separator` is asked before each line; as long as it is null, any may stand between fields.
 */
export async function* csvRecords(
  lines: AsyncIterable<Uint8Array | null>,
  most: number,
  separator: () => string | null,
): AsyncGenerator<{ readonly line: number; readonly bytes: Uint8Array | null }> {
  let open: Uint8Array[] = [];
  let size = 0;
  let first = 1;
  let line = 0;
  let isOpen = false;
  for await (const bytes of lines) {
    line++;
    if (open.length === 0) first = line;
    size += (bytes?.length ?? most) + 1;
    if (bytes === null || size > most) {
      yield { line: first, bytes: null };
      open = [];
      size = 0;
      isOpen = false;
      continue;
    }
    isOpen = endsOpen(bytes, isOpen, separator());
    open.push(bytes);
    if (isOpen) continue;
    yield { line: first, bytes: joined(open) };
    open = [];
    size = 0;
  }
  if (open.length > 0) yield { line: first, bytes: joined(open) };
}

/** Whether a quoted field is open behind a line. A quote opens one only where a field begins: elsewhere it is a letter like others (`5" mass`). */
function endsOpen(line: Uint8Array, wasOpen: boolean, separator: string | null): boolean {
  const before = (separator === null ? SEPARATORS : [separator]).map((sign) => sign.charCodeAt(0));
  let isOpen = wasOpen;
  for (let at = line.indexOf(QUOTE); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
    if (!isOpen) isOpen = at === 0 || before.includes(line[at - 1] ?? 0);
    else if (line[at + 1] === QUOTE) at++;
    else isOpen = false;
  }
  return isOpen;
}

const LINE_FEED = Buffer.from('\n');

const joined = (lines: readonly Uint8Array[]): Uint8Array =>
  lines.length === 1 ? (lines[0] as Uint8Array) : Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [LINE_FEED, line])));

/** The sign between the fields of a CSV file, by its first line: the one of comma, semicolon and tab that is there most often. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const often = (sign: string): number => bare.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (often(sign) > often(best) ? sign : best));
}

/** The fields of one record; null where a quote is never closed, or closed where its field does not end. */
export function csvFields(record: string, separator: string): string[] | null {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (record[at] === '"') {
      const end = closingQuote(record, at + 1);
      if (end < 0) return null;
      const next = nextSeparator(record, separator, end + 1);
      // Words between a closing quote and the separator: a quote was left open before, or not doubled, and no one knows what belongs where.
      if (record.slice(end + 1, next).trim() !== '') return null;
      fields.push(record.slice(at + 1, end).replaceAll('""', '"'));
      at = next;
    } else {
      const next = nextSeparator(record, separator, at);
      fields.push(record.slice(at, next));
      at = next;
    }
    if (at >= record.length) return fields;
    at += separator.length;
  }
}

/** A quote that is not doubled; -1 where there is none. */
function closingQuote(record: string, from: number): number {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 2)) if (record[at + 1] !== '"') return at;
  return -1;
}

function nextSeparator(record: string, separator: string, from: number): number {
  const at = record.indexOf(separator, from);
  return at < 0 ? record.length : at;
}
