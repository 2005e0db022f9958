import { createLanguage } from '../language/language.ts';
import type { Pack } from '../language/lexicon/pack.ts';
import type { Term } from '../language/lexicon/term.ts';
import { usedBy } from '../language/template/fill.ts';
import { spokenName } from '../language/template/spoken.ts';
import { dataFiles, packData } from './data-files.ts';
import { shippedPacks } from './lexicon-words.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** Heads from this rank on are incidental: they get no snippet. */
const LAST_RANK = 5;

const SKELETON: Snippet = {
  prefix: ['report', 'new report'],
  body: [
    'Exam: ${1|MRI thoracic spine,MRI whole spine,CT thorax,CT abdomen,Ultrasound abdomen|} ${2|without and with contrast,without contrast,with contrast|}',
    'Date: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}',
    'Patient: ${3:age and sex}',
    'History: ${4:clinical question}',
    'Technique: ${5:sequences or phases}',
    'Comparison: ${6:none}',
    '',
    'FINDINGS',
    'Spinal canal: ${7:findings}',
    'Paraspinal: ${8:findings}',
    'Ribs: ${9:findings}',
    'Marrow: ${10:findings}',
    '',
    'IMPRESSION',
    '1. $0',
  ],
  description: 'A report with its sections',
};

/** What stands in a snippet for an attribute of the lexicon's impression wording; others are left out. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  side: '|left,right,bilateral|',
  severity: '|mild,moderate,severe|',
  levels: ':at D4 to D7',
  size: ':4.0 x 2.5 cm',
};

/** The text of snippets/emh.json: a report's skeleton, a report for each template, and a statement for each head that the impression would name. */
export function snippetsText(packs: readonly Pack[] = shippedPacks()): string {
  const heads = packs.flatMap(({ terms }) => terms.map(({ term }) => term)).filter(isCommon);
  const statements = heads.map((term) => [capital(term.label), statement(term)] as const);
  return `${JSON.stringify(Object.fromEntries([['Report', SKELETON], ...templateSnippets(), ...statements]), null, 2)}\n`;
}

/** Templates that others use are no reports of their own. */
function templateSnippets(): (readonly [string, Snippet])[] {
  const { templates } = createLanguage({ packs: packData(), rules: [], templates: dataFiles('templates', '.emht') });
  const parts = new Set(templates.all.flatMap(({ parts: all }) => usedBy(all)));
  return templates.all
    .filter(({ name }) => !parts.has(name))
    .map((template) => [
      `Template ${template.name}`,
      {
        prefix: [...new Set([template.name, spokenName(template)])],
        body: templates.snippet(template, {}).split('\n'),
        description: template.title,
      },
    ]);
}

/** A kind's own head, not another word for it. */
const isCommon = ({ category, id, kinds, rank }: Term): boolean =>
  category === 'head' && rank >= 1 && rank <= LAST_RANK && kinds.length === 1 && kinds[0] === id;

/** Words a head as its impression would be worded, with a place to fill for each attribute. */
function statement({ label, impression, definition }: Term): Snippet {
  let stop = 0;
  const words = (impression || label).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const place = ATTRIBUTES[name];
    return place === undefined ? '' : `\${${++stop}${place}}`;
  });
  return { prefix: label, body: [`${words.replaceAll(/ +/g, ' ').trim()}.$0`], description: definition || label };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
