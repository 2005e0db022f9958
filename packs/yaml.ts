import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Tree } from '../language/lexicon/tree.ts';
import type { Span } from '../language/text/span.ts';

/** Parsed YAML (or JSON) with the lines of its parts. */
export interface Located {
  /** Plain data; null where nothing could be read. What stands before an error is kept. */
  readonly data: unknown;
  /** The same with the places of its parts, as offsets; null where nothing could be read. */
  readonly tree: Tree | null;
  /** What is no YAML, with lines counted from 1. */
  readonly problems: readonly { readonly line: number; readonly message: string; readonly range?: Span }[];
  lineOf(path: readonly (string | number)[]): number;
}

/** Never throws. */
export function readYaml(text: string): Located {
  const lines = new LineCounter();
  const end = text.trimEnd().length;
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems: { line: number; message: string; range?: Span }[] = [];
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const { contents, errors, warnings } = document;
    for (const { message, pos } of [...errors, ...warnings]) {
      // What is never closed is noticed at the end of the file: its last line with words is meant. One break gives one message a line.
      const start = Math.min(pos[0], Math.max(0, end - 1));
      const line = lineAt(start);
      if (!problems.some((problem) => problem.line === line))
        problems.push({ line, message: inWords(message), range: wordsFrom(text, start, pos[1]) });
    }
    const data: unknown = document.toJS() ?? null;
    let tree: Tree | null | undefined;
    return {
      data,
      get tree() {
        if (tree === undefined) tree = treeOf(contents, { start: 0, end: text.length });
        return tree;
      },
      problems,
      lineOf: (path) => lineAt(offsetOf(contents, path, contents?.range?.[0] ?? 0)),
    };
  } catch (error) {
    // Nesting without end, aliases that grow without bound or name nothing.
    if (problems.length === 0) problems.push({ line: 1, message: inWords(error instanceof Error ? error.message : String(error)) });
    return { data: null, tree: null, problems, lineOf: () => 1 };
  }
}

/** From an offset to the end that a message gives, or to the end of the line. */
function wordsFrom(text: string, start: number, to: number): Span {
  const lineEnd = /[\r\n]/.exec(text.slice(start))?.index ?? text.length - start;
  return { start, end: Math.max(start, Math.min(to > start + 1 ? to : start + lineEnd, start + lineEnd)) };
}

/** No lexicon is nested so deep. */
const DEEPEST = 64;

/** The nodes of the parser as plain data. What an alias stands for is not in it, nor what is nested without end. */
function treeOf(node: unknown, around: Span, depth = 0): Tree | null {
  if (!isNode(node) || depth > DEEPEST) return null;
  const range = node.range ? { start: node.range[0], end: node.range[1] } : around;
  if (isMap(node))
    return {
      type: 'map',
      range,
      entries: node.items.flatMap((pair) => {
        if (!isPair(pair) || !isScalar(pair.key)) return [];
        const keyRange = pair.key.range ? { start: pair.key.range[0], end: pair.key.range[1] } : range;
        return [{ key: String(pair.key.value), keyRange, value: treeOf(pair.value, keyRange, depth + 1) }];
      }),
    };
  if (isSeq(node)) return { type: 'list', range, items: node.items.map((item) => treeOf(item, range, depth + 1)) };
  return { type: 'leaf', range, value: isScalar(node) ? node.value : undefined };
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
