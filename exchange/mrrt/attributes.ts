import { type Attr, DOMParser, type Element, ParseError } from '@xmldom/xmldom';
import type { Span } from '../../language/text/span.ts';

/** A code of something, as `<code meaning value scheme/>` gives it. */
export interface Code {
  readonly meaning: string;
  readonly value: string;
  readonly scheme: string;
}

/** An element of `<template_attributes>` with its place in the page. */
export interface Part {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  /** Its own text, without blanks around. */
  readonly text: string;
  readonly range: Span;
  readonly parts: readonly Part[];
}

export interface AttributesReading {
  /** Each `<template_attributes>`; a sound file has one. */
  readonly all: readonly Part[];
  /** What is no well-formed XML. */
  readonly problems: readonly { readonly message: string; readonly range: Span }[];
}

/** Reads the XML that a page carries, `start` being where it stands in the page. Comment marks around it, as many files have them, are passed over. */
export function readAttributes(xml: string, start: number): AttributesReading {
  const problems: { message: string; range: Span }[] = [];
  // Blanks keep every place true.
  const bare = xml.replace(/<!--|-->|<\?xml[^>]*\?>/g, (mark) => ' '.repeat(mark.length));
  if (bare.trim() === '') return { all: [], problems };
  const starts = lineStarts(bare);
  const at = ({ lineNumber = 1, columnNumber = 1 }: Place): number =>
    start + Math.min(bare.length, (starts[lineNumber - 1] ?? 0) + columnNumber - 1 - (lineNumber === 1 ? ROOT.length : 0));
  const tagAt = (from: number): Span => {
    const close = bare.indexOf('>', from - start);
    return { start: from, end: close < 0 ? from + 1 : start + close + 1 };
  };
  try {
    const parser = new DOMParser({
      onError: (level, message, context) => {
        const place = (context as { locator?: Place } | undefined)?.locator ?? {};
        const from = Math.max(start, at(place));
        if (level !== 'warning') problems.push({ message: firstLine(message), range: { start: from, end: from + 1 } });
      },
    });
    // Whatever stands there has one root then.
    const root = parser.parseFromString(`${ROOT}${bare}</r>`, 'text/xml').documentElement;
    const partOf = (element: Element, depth = 0): Part => ({
      name: element.nodeName,
      attrs: Object.fromEntries([...element.attributes].map(({ name, value }: Attr) => [name, value])),
      text: (element.textContent ?? '').trim(),
      range: tagAt(at(element as unknown as Place)),
      parts: depth > DEEPEST ? [] : childrenOf(element).map((part) => partOf(part, depth + 1)),
    });
    return {
      all:
        root === null
          ? []
          : childrenOf(root)
              .filter(isAttributes)
              .map((part) => partOf(part)),
      problems,
    };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (problems.length === 0) {
      const from = Math.max(start, at((error.locator as Place | undefined) ?? {}));
      problems.push({ message: firstLine(error.message), range: { start: from, end: from + 1 } });
    }
    return { all: [], problems };
  }
}

const ROOT = '<r>';
/** The format needs five. */
const DEEPEST = 20;

/** Lines and columns from 1. */
interface Place {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** As the XML parser counts lines. */
const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\r[\n\u0085]|[\r\n\u0085\u2028\u2029]/g)].map(({ index, 0: mark }) => index + mark.length),
];

const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((node) => node.nodeType === 1) as Element[];

const isAttributes = ({ nodeName }: Element): boolean => nodeName === 'template_attributes';

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200);

/**
 * One set of attributes with the flag and the status of another that says no more than these, and nothing that contradicts the first;
 * null where it says more. Files in use have them in two scripts.
 */
export function withFlags(first: Part, more: AttributesReading): Part | null {
  const [second, third] = more.all;
  if (second === undefined || third !== undefined || second.parts.length === 0) return null;
  const isFlag = ({ name, text }: Part): boolean =>
    (name === 'top-level-flag' || name === 'status') && partsOf(first, name).every((own) => own.text === text);
  if (!second.parts.every(isFlag)) return null;
  return { ...first, parts: [...first.parts, ...second.parts.filter(({ name }) => partsOf(first, name).length === 0)] };
}

/** The parts of a name right below one. */
export const partsOf = ({ parts }: Part, name: string): Part[] => parts.filter((part) => part.name === name);

/** The codes of a part's terms, at any depth. */
export const codesOf = (part: Part): Code[] =>
  part.name === 'code'
    ? [{ meaning: part.attrs.meaning ?? '', value: part.attrs.value ?? '', scheme: part.attrs.scheme ?? '' }]
    : part.parts.flatMap(codesOf);
