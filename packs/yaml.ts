import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Parsed YAML (or JSON) with the lines of its parts. */
export interface Located {
  /** Plain data; null where nothing could be read. What stands before an error is kept. */
  readonly data: unknown;
  /** What is no YAML, with lines counted from 1. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  lineOf(path: readonly (string | number)[]): number;
}

/** Never throws. */
export function readYaml(text: string): Located {
  const lines = new LineCounter();
  const end = text.trimEnd().length;
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems: { line: number; message: string }[] = [];
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const { contents, errors, warnings } = document;
    for (const { message, pos } of [...errors, ...warnings]) {
      // What is never closed is noticed at the end of the file: its last line with words is meant. One break gives one message a line.
      const line = lineAt(Math.min(pos[0], Math.max(0, end - 1)));
      if (!problems.some((problem) => problem.line === line)) problems.push({ line, message: inWords(message) });
    }
    const data: unknown = document.toJS() ?? null;
    return { data, problems, lineOf: (path) => lineAt(offsetOf(contents, path, contents?.range?.[0] ?? 0)) };
  } catch (error) {
    // Nesting without end, aliases that grow without bound or name nothing.
    if (problems.length === 0) problems.push({ line: 1, message: inWords(error instanceof Error ? error.message : String(error)) });
    return { data: null, problems, lineOf: () => 1 };
  }
}

/** Offset of the key or item that a path leads to, or as far as it leads. */
function offsetOf(node: unknown, [step, ...rest]: readonly (string | number)[], around: number): number {
  if (step === undefined) return around;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(step));
    if (pair === undefined) return around;
    return offsetOf(pair.value, rest, startOf(pair.key) ?? around);
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item === undefined ? around : offsetOf(item, rest, startOf(item) ?? around);
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

/** The parser's own words on one line, as a sentence. */
const inWords = (message: string): string => {
  const line = message.split('\n')[0]?.trim() ?? '';
  return `no valid YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}${/[.?!]$/.test(line) ? '' : '.'}`;
};
