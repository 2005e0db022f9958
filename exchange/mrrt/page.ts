import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Html, html as names, Parser, type Token } from 'parse5';
import type { Span } from '../../language/text/span.ts';

export type Element = Html.Element;
export type Node = Html.ChildNode;

/** An HTML page as read, with what a reader of HTML would mend in silence. */
export interface Page {
  readonly text: string;
  /** Whether it begins with `<!DOCTYPE html>`. */
  readonly hasDoctype: boolean;
  /** Null where the tag is not written: a reader of HTML would add it. */
  readonly html: Element | null;
  readonly head: Element | null;
  readonly body: Element | null;
  /** Places of all start tags of a name, those that a reader of HTML drops (a second `<body>`) included. */
  tagsOf(name: string): readonly Span[];
}

/** Reads any text as HTML, as browsers do. Linear but for deep nesting. */
export function readPage(text: string): Page {
  const tags = new Map<string, Span[]>();
  class Watching extends Parser<Html.DefaultTreeAdapterMap> {
    override onStartTag(token: Token.TagToken): void {
      const { startOffset: start = 0, endOffset: end = 0 } = token.location ?? {};
      const before = tags.get(token.tagName) ?? [];
      // A tag that moves to another mode of reading is met again.
      if (before.at(-1)?.start !== start) tags.set(token.tagName, [...before.slice(-MOST_OF_A_TAG), { start, end }]);
      super.onStartTag(token);
    }
  }
  const document = Watching.parse(text, { sourceCodeLocationInfo: true, treeAdapter: defaultTreeAdapter });
  const html = childOf(document, 'html');
  const written = (element: Element | null): Element | null => (element?.sourceCodeLocation ? element : null);
  return {
    text,
    hasDoctype: document.childNodes.some((node) => node.nodeName === '#documentType'),
    html: written(html),
    head: written(html && childOf(html, 'head')),
    body: written(html && childOf(html, 'body')),
    tagsOf: (name) => tags.get(name) ?? [],
  };
}

/** Only whether there is a second one is asked. */
const MOST_OF_A_TAG = 3;

const childOf = (parent: Html.ParentNode, name: string): Element | null =>
  parent.childNodes.find((node): node is Element => node.nodeName === name && isElement(node)) ?? null;

export const isElement = (node: Node): node is Element => 'tagName' in node && node.namespaceURI === names.NS.HTML;

/** The elements under one, in the order of the page. */
export function elementsOf(root: Element, ...wanted: readonly string[]): Element[] {
  const found: Element[] = [];
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (wanted.length === 0 || wanted.includes(node.tagName)) found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i] as Node);
  }
  return found;
}

/** The value of an attribute; null where it is not there. */
export const attr = (element: Element, name: string): string | null => element.attrs.find((each) => each.name === name)?.value ?? null;

/** The start tag of an element. */
export function placeOf({ sourceCodeLocation: place }: Element): Span {
  const tag = place?.startTag ?? place;
  return { start: tag?.startOffset ?? 0, end: tag?.endOffset ?? 0 };
}

/** The attribute where it is written, else the start tag. */
export function placeOfAttr(element: Element, name: string): Span {
  const place = element.sourceCodeLocation?.attrs?.[name];
  return place === undefined ? placeOf(element) : { start: place.startOffset, end: place.endOffset };
}

export const placeOfNode = ({ sourceCodeLocation: place }: Node): Span => ({ start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 });

/** All text under a node, as it is written. */
export function textOf(node: Node): string {
  let words = '';
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.nodeName === '#text') words += (next as Html.TextNode).value;
    else if ('childNodes' in next) for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i] as Node);
  }
  return words;
}

/** With runs of blanks as one, and none around. */
export const plain = (words: string): string => words.replace(/[\s\u00a0]+/g, ' ').trim();
