import type { Term } from '../../language/lexicon/term.ts';
import type { Finding, Part, Severity, Side } from '../../language/meaning/finding.ts';
import { levelRange } from '../../language/meaning/levels.ts';
import type { Link } from '../../language/meaning/link.ts';
import type { Report, WordProblem } from '../../language/meaning/report.ts';
import type { PhraseReader } from '../../language/rules/rule.ts';
import type { Ignore, Statement } from '../../language/syntax/report.ts';
import type { Span } from '../../language/text/span.ts';

/*
 * A reader of a few words, so that the rule language is tested without the report language: `no`, `possible`, a side, a grade,
 * a size, levels as `D4` or `D4-D7`, and the heads below. One statement a sentence, one finding a statement.
 */
const HEADS: Readonly<Record<string, { kind: string; sites?: string[] }>> = {
  'cord compression': { kind: 'cord-compression' },
  'canal narrowing': { kind: 'canal-narrowing' },
  'extradural mass': { kind: 'mass', sites: ['extradural'] },
  'paraspinal mass': { kind: 'mass', sites: ['paraspinal'] },
  mass: { kind: 'mass' },
  splenomegaly: { kind: 'splenomegaly' },
};

function place(text: string, pattern: RegExp, offset: number): { found: RegExpExecArray; span: Span } | null {
  const found = pattern.exec(text);
  return found && { found, span: { start: offset + found.index, end: offset + found.index + found[0].length } };
}

export function handMade(text: string, offset = 0, section = 'findings', statement = 0): Finding | null {
  const name = Object.keys(HEADS).find((words) => text.toLowerCase().includes(words));
  const head = name === undefined ? undefined : HEADS[name];
  if (name === undefined || !head) return null;
  const where: Partial<Record<Part, Span>> = {};
  const take = (part: Part, pattern: RegExp): RegExpExecArray | null => {
    const hit = place(text, pattern, offset);
    if (hit) where[part] = hit.span;
    return hit?.found ?? null;
  };
  take('head', new RegExp(name, 'i'));
  const levels = take('levels', /\b[DTL]\d+(?:-[DTL]\d+)?/);
  const [from = '', to = from] = (levels?.[0] ?? '').replaceAll('D', 'T').split('-');
  const size = take('size', /(\d+(?:\.\d+)?) (mm|cm)/);
  const denied = take('presence', /\b(?:no|without)\b/i);
  return {
    id: `${section}-${offset}`,
    kind: head.kind,
    presence: denied ? 'absent' : /possible/i.test(text) ? 'possible' : 'present',
    limited: false,
    sites: head.sites ?? [],
    side: (take('side', /left|right|bilateral/i)?.[0].toLowerCase() as Side | undefined) ?? null,
    dominantSide: null,
    levels: levels ? levelRange(from, to) : [],
    discs: [],
    severity:
      (take('severity', /(?:mild|moderate|severe)(?: to (?:moderate|severe))?/i)?.[0]
        .toLowerCase()
        .split(' to ') as Severity[] | undefined) ?? null,
    sizeMm: size ? [Number(size[1]) * (size[2] === 'cm' ? 10 : 1)] : null,
    signal: {},
    enhancement: take('enhancement', /enhancing/i) ? 'present' : null,
    morphology: [],
    count: null,
    change: null,
    causes: [],
    suggests: [],
    certainty: null,
    section,
    statement,
    range: { start: offset, end: offset + text.length },
    text,
    where,
  };
}

const term = (kind: string): Term => ({
  id: kind,
  category: 'head',
  label: kind.replaceAll('-', ' '),
  synonyms: [],
  value: kind,
  kinds: [],
  sites: [],
  direction: 'before',
  form: null,
  codes: {},
  codeSources: {},
  definition: '',
  frame: kind === 'mass' ? ['sites', 'levels', 'side'] : ['levels', 'side'],
  modalities: [],
  rank: 1,
  impression: '',
  critical: kind === 'cord-compression',
  asked: [],
  pack: 'test',
});

export const handReader: PhraseReader = {
  unknownWords: () => [],
  readPhrase: (text) => {
    const finding = handMade(text.replace(/masses/, 'mass'));
    return finding ? [finding] : [];
  },
  term,
  implies: () => false,
  knows: () => true,
  noteKinds: (_category, words) => [words],
};

/** Sentences before `IMPRESSION` are findings. Links tie findings of one kind. */
export function handReport(
  text: string,
  more: { contrast?: 'without'; modality?: string; ignores?: Ignore[]; wordProblems?: WordProblem[] } = {},
) {
  const statements: Statement[] = [];
  const findings: Finding[] = [];
  let section = 'findings';
  for (const match of text.matchAll(/IMPRESSION|[^.\s][^.\n]*(?:\.(?=\d)[^.\n]*)*\.?/g)) {
    if (match[0] === 'IMPRESSION') {
      section = 'impression';
      continue;
    }
    const range = { start: match.index, end: match.index + match[0].length };
    const index = statements.length;
    statements.push({ index, range, text: match[0], section, topic: null, item: 0, paragraph: 0, ignores: more.ignores ?? [] });
    const finding = handMade(match[0].replace(/\.$/, ''), match.index, section, index);
    if (finding) findings.push(finding);
  }
  const stated = findings.filter((finding) => finding.section === 'impression');
  const body = findings.filter((finding) => finding.section === 'findings');
  const at = text.indexOf('IMPRESSION');
  const report: Report = {
    range: { start: 0, end: text.length },
    outline: {
      range: { start: 0, end: text.length },
      header: [],
      sections: at < 0 ? [] : [{ id: 'impression', heading: { start: at, end: at + 10 }, range: { start: at, end: text.length } }],
      topics: [],
      statements,
      items: stated.map((finding, i) => ({ number: i + 1, mark: null, range: statements[finding.statement]?.range ?? finding.range })),
      brackets: [],
    },
    exam: { modality: more.modality ?? null, regions: [], contrast: more.contrast ?? null, contrastRange: null },
    findings: body,
    impression: stated.map((finding, i) => ({ item: i + 1, mark: null, range: finding.range, text: finding.text, findings: [finding] })),
    wordProblems: more.wordProblems ?? [],
    notes: [],
    patient: { sex: null, sexRange: null, ageYears: null, ageRange: null },
    examDate: null,
    positions: new Map(),
  };
  const links: Link[] = stated.map((finding, i) => ({
    item: i + 1,
    stated: finding,
    support: body.filter((other) => other.kind === finding.kind),
  }));
  return { report, links };
}
