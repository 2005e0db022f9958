import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { lost, type Notice } from '../notice.ts';
import { attr, type Element, isElement, type Node, placeOf, placeOfNode, plain, textOf } from './page.ts';
import { FieldReader } from './read-field.ts';
import { headingWords, topicWords } from './read-heading.ts';
import { TextLine } from './text-line.ts';

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul|br)$/;
/** What is no part of a report's text. */
const SILENT = /^(?:script|style|template|noscript|link|meta|img|svg|object|embed|iframe|canvas|audio|video|button|title|head)$/;

/** No page that a person wrote goes deeper. */
const DEEPEST = 400;

/** Reads the body of a page as lines of a template: its own lines as they are marked, everything else by its look. */
export class BodyReader {
  readonly #body: Element;
  readonly #lexicon: Lexicon;
  readonly #fields: FieldReader;
  readonly #notices: Notice[] = [];
  readonly #lines: string[] = [];
  #line: TextLine;
  /** A heading of findings, or a later one, stands above. */
  #isInFindings = false;
  #depth = 0;
  #list: { isNumbered: boolean; count: number }[] = [];

  constructor(body: Element, lexicon: Lexicon) {
    this.#body = body;
    this.#lexicon = lexicon;
    this.#fields = new FieldReader(body, this.#notices);
    this.#line = new TextLine(this.#notices);
  }

  read(): { lines: readonly string[]; notices: readonly Notice[] } {
    this.#nodes(this.#body.childNodes);
    this.#end();
    return { lines: this.#lines, notices: this.#notices };
  }

  /** Ends the line that is being read. */
  #end(): void {
    const words = this.#line.end();
    if (words !== '') this.#lines.push(words);
    this.#line = new TextLine(this.#notices);
  }

  #nodes(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.nodeName === '#text') this.#line.text(textOf(node), placeOfNode(node));
      else if (isElement(node) && this.#depth < DEEPEST) {
        this.#depth++;
        this.#element(node);
        this.#depth--;
      } else if (isElement(node)) this.#notices.push(lost('What lies too deep in the page.', placeOf(node)));
    }
  }

  #element(element: Element): void {
    const own = attr(element, 'data-emh');
    if (own !== null && this.#own(element, own)) return;
    const { tagName } = element;
    if (SILENT.test(tagName)) return;
    if (tagName === 'mark')
      this.#notices.push(lost(`"${plain(textOf(element)).slice(0, 60)}", marked as no part of the report.`, placeOf(element)));
    else if (tagName === 'input' || tagName === 'select' || tagName === 'textarea') this.#field(element);
    else if (tagName === 'label' && this.#fields.isTaken(element))
      this.#nodes(element.childNodes.filter((node) => node.nodeName !== '#text'));
    else if (tagName === 'section' || tagName === 'header' || /^h[1-6]$/.test(tagName)) this.#heading(element);
    else if (BLOCKS.test(tagName)) this.#block(element);
    else {
      this.#nodes(element.childNodes);
      if (tagName === 'td' || tagName === 'th') this.#line.gap();
    }
  }

  #block(element: Element): void {
    this.#end();
    if (element.tagName === 'ol' || element.tagName === 'ul') this.#list.push({ isNumbered: element.tagName === 'ol', count: 0 });
    if (element.tagName === 'li') {
      const list = this.#list.at(-1);
      if (list !== undefined) list.count++;
      this.#line.mark(list?.isNumbered ? `${list.count}. ` : '- ');
    }
    this.#nodes(element.childNodes);
    if (element.tagName === 'ol' || element.tagName === 'ul') this.#list.pop();
    this.#end();
  }

  /** A section, or words that head one: a heading that the vocabulary knows, else a topic of the findings. */
  #heading(element: Element): void {
    this.#end();
    if (element.tagName === 'section') {
      const isHeaded = element.childNodes.some((node) => isElement(node) && (node.nodeName === 'header' || /^h[1-6]$/.test(node.nodeName)));
      if (!isHeaded) this.#head(plain(attr(element, 'data-section-name') ?? ''), [], element);
      this.#nodes(element.childNodes);
      this.#end();
      return;
    }
    // A header with fields in it is a line like others.
    if (this.#fields.isIn(element)) {
      this.#nodes(element.childNodes);
      this.#end();
      return;
    }
    const { parentNode } = element;
    const section = parentNode !== null && 'attrs' in parentNode ? plain(attr(parentNode, 'data-section-name') ?? '') : '';
    this.#head(plain(textOf(element)), [plain(attr(element, 'data-english') ?? ''), section], element);
  }

  #head(words: string, others: readonly string[], element: Element): void {
    if (words === '' && others.every((other) => other === '')) return;
    const heading = headingWords([words, ...others], this.#lexicon);
    const level = /^level([2-9])/.exec(attr(element, 'class') ?? '')?.[1];
    if (heading !== null && (level === undefined || !this.#isInFindings || heading.id !== 'findings')) {
      if (heading.words !== words && words !== '')
        this.#notices.push(lost(`The heading "${words}", which is written as "${heading.words}".`, placeOf(element)));
      if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
      this.#lines.push(heading.words.toUpperCase());
      this.#isInFindings ||= heading.id === 'findings' || heading.id === 'impression';
      return;
    }
    if (!this.#isInFindings) {
      if (this.#lines.length > 0) this.#lines.push('');
      this.#lines.push('FINDINGS');
      this.#isInFindings = true;
    }
    this.#line.text(topicWords(words || (others.find((other) => other !== '') ?? '')), placeOf(element));
    this.#end();
  }

  #field(element: Element): void {
    const before = this.#line.lastWords();
    const read = this.#fields.wordsOf(element, before);
    if (read === null) return;
    // A line that begins with what is asked for is a topic of the report.
    if (this.#line.isAll(before) && this.#fields.isLabel(element, before)) this.#line.colon();
    this.#line.field(read.words, read.unit);
  }

  /** What `exportMrrt` marked; false where the mark is not known. */
  #own(element: Element, what: string): boolean {
    const words = attr(element, 'data-emh-words') ?? '';
    if (what === 'note' || what === 'label' || what === 'none') return true;
    if (what === 'template') return false;
    if (what === 'section') {
      this.#end();
      this.#nodes(element.childNodes);
      this.#end();
      return true;
    }
    if (what === 'line') {
      this.#end();
      const line = new TextLine(this.#notices);
      this.#line = line;
      line.isOwn = true;
      this.#nodes(element.childNodes);
      this.#lines.push(line.end());
      this.#line = new TextLine(this.#notices);
    } else if (what === 'if' || what === 'each') {
      this.#end();
      this.#lines.push(`[${what === 'if' ? 'if' : 'for each'}${words === '' ? '' : ` ${words}`}]`);
      this.#nodes(element.childNodes);
      this.#end();
      this.#lines.push('[end]');
    } else if (what === 'example') this.#hidden(words.split(/\r?\n/));
    else if (what === 'comment' && element.tagName === 'p') this.#hidden([words]);
    else if (what === 'lead' || what === 'comment') this.#line.raw(words);
    else if (what === 'use') this.#line.raw(`[${words}]`);
    else if (what === 'field' || what === 'again') this.#line.raw(this.#fields.ownWords(element, words, what === 'again'));
    else return false;
    return true;
  }

  #hidden(words: readonly string[]): void {
    this.#end();
    this.#lines.push(...words);
  }
}
