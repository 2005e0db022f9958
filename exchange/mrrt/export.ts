import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { aboutOf, type Library, type Template } from '../../language/template/template.ts';
import { type Exchanged, lost, type Notice, sortedNotices } from '../notice.ts';
import { type Body, BodyWriter } from './body.ts';
import { TEMPLATE_TYPE } from './check-metadata.ts';
import { DECLARED, schemeOfCode } from './codes.ts';
import { element, escaped, tag } from './markup.ts';
import { rowsOf } from './rows.ts';

export interface MrrtOptions {
  /** Other templates, which this one may use. */
  readonly library: Library;
  readonly lexicon: Lexicon;
  /** The day of the export: 2024-06-30. */
  readonly date: string;
  /** Who may use it, in words; and the licence or its address. */
  readonly rights?: string | undefined;
  readonly license?: string | undefined;
}

/**
 * A template as a file of IHE MRRT that keeps every rule of the format (`MRRT_RULES`). Other tools show all that the format has words for;
 * what it has none for stands in `data-emh` attributes, so that `importMrrt` gives the same template. A template with a fault of syntax is refused.
 */
export function exportMrrt(template: Template, options: MrrtOptions): Exchanged {
  const broken = template.problems.filter(({ rule }) => rule === 'template-syntax');
  if (broken.length > 0)
    return { text: null, notices: sortedNotices(broken.map(({ message, range }) => ({ kind: 'error', message, range }))) };
  const body = new BodyWriter(options.library, options.lexicon).write(template);
  const text = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    ...head(template, body, options),
    '</head>',
    tag('body', { 'data-emh': 'template' }),
    body.html,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { text, notices: sortedNotices([...body.notices, ...losses(template, options)]) };
}

const NOT_STATED = 'Not stated';

const codesOfTemplate = ({ about }: Template): { value: string; meaning: string; scheme: string }[] =>
  about.flatMap(({ key, value }) => {
    const [, code = '', label = ''] = (key === 'code' && /^(\S+)\s*(.*)$/.exec(value)) || [];
    const scheme = schemeOfCode(code);
    return scheme === null || label === '' ? [] : [{ value: code, meaning: label, scheme: scheme.name }];
  });

function head(template: Template, body: Body, options: MrrtOptions): string[] {
  const owner = aboutOf(template, 'owner') || NOT_STATED;
  const version = aboutOf(template, 'version');
  const title = template.title.replace(/\s+/g, ' ').trim() || template.name || 'Template';
  const meta = (name: string, content: string): string => tag('meta', { name, content }, true);
  const own = rowsOf(template, options.lexicon).flatMap((row) => {
    if (row.type !== 'about') return [];
    return [row.key === null ? meta('emh.line', row.words) : meta(`emh.${row.key}`, row.value)];
  });
  return [
    element('title', {}, escaped(title)),
    tag('meta', { charset: 'UTF-8' }, true),
    meta('dcterms.title', title),
    meta(
      'dcterms.identifier',
      `urn:emh-template:${encodeURIComponent(template.name.toWellFormed())}${version === '' ? '' : `:${encodeURIComponent(version.toWellFormed())}`}`,
    ),
    meta('dcterms.type', TEMPLATE_TYPE),
    meta('dcterms.language', 'en'),
    meta('dcterms.publisher', owner),
    meta('dcterms.creator', owner),
    meta('dcterms.rights', options.rights?.trim() || NOT_STATED),
    meta('dcterms.license', options.license?.trim() || NOT_STATED),
    meta('dcterms.date', options.date),
    ...own,
    tag('script', { type: 'text/xml' }),
    '<template_attributes>',
    '  <top-level-flag>true</top-level-flag>',
    '  <status>ACTIVE</status>',
    '  <coding_schemes>',
    ...DECLARED.map(({ name, designator }) => `    ${tag('coding_scheme', { name, designator }, true)}`),
    '  </coding_schemes>',
    ...codesOfTemplate(template).map((code) => `  ${element('term', { type: 'procedure' }, tag('code', code, true))}`),
    '  <coded_content>',
    ...body.entries.map(
      ({ id, ...code }) => `    ${element('entry', { ORIGTXT: id }, element('term', { type: 'topic' }, tag('code', code, true)))}`,
    ),
    '  </coded_content>',
    '</template_attributes>',
    '</script>',
    '<style>[data-emh="line"] { white-space: pre-wrap; margin: 0.2em 0; min-height: 1em } mark { font-size: smaller } header { font-weight: bold }</style>',
  ];
}

/** What other tools do not see, or see in another way: a line for each kind. */
function losses(template: Template, { rights, license, lexicon }: MrrtOptions): Notice[] {
  const rows = rowsOf(template, lexicon);
  const lines = rows.flatMap((row) => (row.type === 'line' ? [row] : []));
  const found: Notice[] = [];
  const say = (isSo: boolean, message: string): void => {
    if (isSo) found.push(lost(`${message} (kept for EMH Report)`));
  };
  say(template.conditions.length > 0, 'Conditions: other tools show the lines of all cases, each under a note that is not in the report');
  say(template.groups.size > 0, 'Repeats: other tools show a repeated block once');
  say(
    lines.some(({ pieces }) => pieces.some((piece) => typeof piece !== 'string' && piece.type === 'use')),
    'Templates within templates: other tools show them written out',
  );
  say(template.required.length > 0, 'Topics that must be spoken of: other tools do not ask for them');
  const fields = [...template.fields.values()].map(({ field }) => field);
  const places = lines.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string' && piece.type === 'field'));
  say(places.length > fields.length, 'Fields that are written again: other tools ask for their values once more');
  say(
    fields.some(({ type }) => !['choice', 'number', 'date', 'time', 'text'].includes(type)),
    'Types of fields (levels, side, size ...): other tools take any text',
  );
  say(template.examples.length > 0, 'Examples: other tools do not run them');
  say(
    template.about.some(({ key }) => key === 'review' || key === 'spoken' || key === 'version'),
    'Version, date of review and spoken name: other tools do not show them',
  );
  for (const { key, value, range } of template.about)
    if (key === 'code' && schemeOfCode(/^\S*/.exec(value)?.[0] ?? '') === null)
      found.push(lost(`"${value}": a code of no known system is not among the codes (kept for EMH Report)`, range));
  if (aboutOf(template, 'owner') === '') found.push(lost('The owner is not stated, and is written as "Not stated"'));
  if (!rights?.trim()) found.push(lost('Rights are not stated, and are written as "Not stated"; give them with --rights'));
  if (!license?.trim()) found.push(lost('The licence is not stated, and is written as "Not stated"; give it with --license'));
  return found;
}
