import { readField } from '../../language/syntax/fields.ts';
import { choiceWords, FieldNames, type FieldSaid, fieldWords } from '../field-words.ts';
import { lost, type Notice, warning } from '../notice.ts';
import { isButton } from './check-fields.ts';
import { isShownAs, type Shown, saidBy } from './field.ts';
import { attr, type Element, elementsOf, isElement, type Node, placeOf, plain, textOf } from './page.ts';

const NOWHERE = { start: 0, end: 0 };

/** What a ticked box without a word beside it says. */
const CHECKED = 'X';

export interface FieldRead {
  /** In its brackets. */
  readonly words: string;
  /** Which a template writes behind the number. */
  readonly unit: string | null;
}

/** Reads the field elements of a body as fields of a template. */
export class FieldReader {
  readonly #notices: Notice[];
  readonly #names = new FieldNames();
  /** Of each field that has one. */
  readonly #labels = new Map<Element, Element>();
  /** Labels whose words are choices, and stand in no line. */
  readonly #taken = new Set<Element>();
  /** The radio buttons of a name, which are one field together. */
  readonly #groups = new Map<string, Element[]>();
  readonly #fields: ReadonlySet<Element>;
  /** What all ids begin with. */
  readonly #prefix: string;

  constructor(body: Element, notices: Notice[]) {
    this.#notices = notices;
    const fields = elementsOf(body, 'input', 'select', 'textarea').filter((field) => !isButton(field));
    this.#fields = new Set(fields);
    this.#prefix = commonStart(fields.map((field) => attr(field, 'id') ?? attr(field, 'name') ?? ''));
    const byId = new Map<string, Element>();
    for (const field of fields) if (!byId.has(attr(field, 'id') ?? '')) byId.set(attr(field, 'id') ?? '', field);
    for (const label of elementsOf(body, 'label')) {
      const inside = elementsOf(label, 'input', 'select', 'textarea').find((field) => this.#fields.has(field));
      const field = inside ?? byId.get(attr(label, 'for') ?? '');
      if (field === undefined || this.#labels.has(field)) continue;
      this.#labels.set(field, label);
      const { type } = saidBy(field);
      if (type === 'checkbox' || type === 'radio') this.#taken.add(label);
    }
    for (const field of fields) {
      if (saidBy(field).type !== 'radio') continue;
      const name = attr(field, 'name') ?? '';
      this.#groups.set(name, [...(this.#groups.get(name) ?? []), field]);
    }
  }

  isTaken(label: Element): boolean {
    return this.#taken.has(label);
  }

  isIn(element: Element): boolean {
    return elementsOf(element, 'input', 'select', 'textarea').some((field) => this.#fields.has(field));
  }

  /** A field in its brackets; null for an element that is none, or is another button of a field before it. `before` are the words in front of it. */
  wordsOf(element: Element, before: string): FieldRead | null {
    if (isButton(element)) {
      this.#notices.push(lost(`A ${attr(element, 'type')} (<${element.tagName}>).`, placeOf(element)));
      return null;
    }
    const shown = saidBy(element);
    if (shown.type === 'radio') {
      const group = this.#groups.get(attr(element, 'name') ?? '') ?? [element];
      if (group[0] !== element) return null;
      return this.#written(element, { ...shown, type: 'choice', ...this.#buttons(group) }, before);
    }
    if (shown.type !== 'checkbox') return this.#written(element, shown, before);
    const words = this.#labelOf(element) || CHECKED;
    const choices = ['', words];
    return this.#written(element, { ...shown, type: 'choice', choices, default: shown.default === null ? '' : words }, before);
  }

  #buttons(group: readonly Element[]): Pick<Shown, 'choices' | 'default'> {
    const words = group.map((button) => this.#labelOf(button) || plain(attr(button, 'value') ?? ''));
    const chosen = group.findIndex((button) => attr(button, 'checked') !== null);
    // A person may leave all of them; the template says so.
    return chosen < 0 ? { choices: ['', ...words], default: '' } : { choices: words, default: words[chosen] ?? null };
  }

  /** The words of its label, or right behind it where it has none. */
  #labelOf(field: Element): string {
    const label = this.#labels.get(field);
    if (label !== undefined) return plain(wordsIn(label)).replace(/\s*:$/, '');
    return '';
  }

  /** Whether words are those of its label. */
  isLabel(field: Element, words: string): boolean {
    const label = this.#labels.get(field);
    return label !== undefined && plain(wordsIn(label)) === words;
  }

  #nameOf(field: Element, before: string): string {
    const whole = attr(field, 'id') ?? attr(field, 'name') ?? '';
    const id = whole.startsWith(this.#prefix) ? whole.slice(this.#prefix.length) : whole;
    const near = before.replace(/[:(\s]+$/, '');
    // Ids such as `T49_2` say nothing.
    const own = [id, attr(field, 'name') ?? ''].find((words) => /\p{L}/u.test(words)) ?? id;
    return this.#labelOf(field) || (near.length <= 40 && /\p{L}/u.test(near) ? near : '') || plain(own.replace(/_/g, ' '));
  }

  #written(element: Element, shown: Shown, before: string): FieldRead {
    const { tagName } = element;
    const range = placeOf(element);
    const clean = (words: string): string => {
      const kept = choiceWords(words);
      if (kept !== words)
        this.#notices.push(lost(`"${words.slice(0, 60)}" has marks that a field has no room for; it is "${kept.slice(0, 60)}".`, range));
      return kept;
    };
    const all = shown.choices.map(clean);
    const choices = all.length === 1 ? [...all, ''] : all;
    if (all.length === 1) this.#notices.push(warning(`A list of one: it may be left empty.`, range));
    const usual = shown.default === null ? null : clean(shown.default);
    const field: FieldSaid = {
      name: this.#names.of(this.#nameOf(element, before), tagName),
      type: shown.type === 'choice' && choices.length > 1 ? 'choice' : typeOf(shown),
      required: shown.required,
      choices: choices.length > 1 ? choices : [],
      // A choice that must be made has none, but where the file chose one.
      default: shown.type === 'choice' && shown.required && !isChosen(element) ? null : usual,
      unit: unitOf(shown.unit),
      low: shown.low !== null && shown.high !== null ? shown.low : null,
      high: shown.low !== null && shown.high !== null ? shown.high : null,
    };
    if (shown.unit !== null && field.unit === null) this.#notices.push(lost(`The unit "${shown.unit}".`, range));
    if ((shown.low === null) !== (shown.high === null))
      this.#notices.push(
        lost(`One end of a range, ${shown.low === null ? `up to ${shown.high}` : `from ${shown.low}`}: a number has both or none.`, range),
      );
    const hint = plain(attr(element, 'placeholder') ?? attr(element, 'title') ?? '');
    if (hint !== '') this.#notices.push(lost(`The hint "${hint}" of a field.`, range));
    if (tagName === 'textarea' && /[\r\n]/.test(element.childNodes.map(textOf).join('').trim()))
      this.#notices.push(lost('The line breaks of a text: a field is one line.', range));
    const words = fieldWords(field);
    if (words !== null) return { words, unit: field.unit };
    this.#notices.push(lost(`A field of ${field.choices.length} choices that cannot be written; it is free text.`, range));
    return { words: `[${field.name}: text]`, unit: null };
  }

  /** The words of a field that `exportMrrt` wrote, unless someone has changed what people see of it. */
  ownWords(element: Element, words: string, isAgain: boolean): string {
    const shown = saidBy(element);
    const field = readField(words.trim(), NOWHERE);
    if (isAgain || (field !== null && isShownAs(shown, field)) || shown.type === 'checkbox' || shown.type === 'radio') return `[${words}]`;
    const typed = field !== null && typeOf(shown) === 'text' && field.type !== 'choice' && field.type !== 'number' ? field.type : null;
    const changed = fieldWords({
      ...shown,
      name: field?.name ?? '',
      type: typed ?? (shown.type === 'choice' ? 'choice' : typeOf(shown)),
      choices: shown.choices.map(choiceWords),
      default: shown.default === null ? null : choiceWords(shown.default),
    });
    this.#notices.push(warning(`The field [${words}] was changed elsewhere; it is ${changed ?? 'kept'} now.`, placeOf(element)));
    return changed ?? `[${words}]`;
  }
}

const typeOf = ({ type }: Shown): 'number' | 'date' | 'time' | 'text' =>
  type === 'number' || type === 'date' || type === 'time' ? type : 'text';

/** Its own words, without those of the fields in it. */
const wordsIn = (label: Element): string =>
  label.childNodes.map((node: Node) => (isElement(node) && /^(?:input|select|textarea)$/.test(node.tagName) ? '' : textOf(node))).join('');

const isChosen = (select: Element): boolean => elementsOf(select, 'option').some((option) => attr(option, 'selected') !== null);

/** As a number takes it: one word or a few, up to 16 letters. */
const unitOf = (unit: string | null): string | null => (unit !== null && /^[^\s=|[\]][^=|[\]]{0,15}$/.test(unit) ? unit : null);

/** What most of some ids begin with, up to a low line; nothing where there are few. */
function commonStart(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids)
    for (const { index } of id.matchAll(/_/g)) counts.set(id.slice(0, index + 1), (counts.get(id.slice(0, index + 1)) ?? 0) + 1);
  let longest = '';
  for (const [start, count] of counts) if (count > 2 && count > ids.length * 0.6 && start.length > longest.length) longest = start;
  return longest;
}
