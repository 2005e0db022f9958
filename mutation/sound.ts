import type { Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon/lexicon.ts';
import type { Finding } from '../language/meaning/finding.ts';
import type { ImpressionItem, Report } from '../language/meaning/report.ts';
import type { Statement } from '../language/syntax/report.ts';
import type { Span } from '../language/text/span.ts';
import type { Random } from './random.ts';

/** A finding of the impression and those of the body that it sums up, which all agree with it in presence. */
export interface Pair {
  readonly item: ImpressionItem;
  readonly stated: Finding;
  readonly support: readonly Finding[];
}

/** A report that is taken to be right, and what a mistake is made from. */
export interface Sound {
  readonly text: string;
  readonly report: Report;
  readonly pairs: readonly Pair[];
  readonly lexicon: Lexicon;
  readonly random: Random;
  /** Reads another text, to see what became of the examination. */
  readonly read: (text: string) => readonly Report[];
  readonly statementOf: (finding: Finding) => Statement | undefined;
}

/** The reports of a text. */
export function soundsOf(text: string, language: Language, random: Random): Sound[] {
  const { reports, links } = language.read(text);
  return reports.map((report, r) => {
    const statements = new Map(report.outline.statements.map((statement) => [statement.index, statement]));
    return {
      text,
      report,
      pairs: pairsOf(report, links[r] ?? []),
      lexicon: language.lexicon,
      random,
      read: (other) => language.read(other).reports,
      statementOf: (finding) => statements.get(finding.statement),
    };
  });
}

function pairsOf(report: Report, links: readonly { item: number; stated: Finding; support: readonly Finding[] }[]): Pair[] {
  const items = new Map(report.impression.map((item) => [item.item, item]));
  return links.flatMap(({ item, stated, support }) => {
    const of = items.get(item);
    const agreeing = support.filter((finding) => finding.presence === stated.presence);
    return of === undefined || support.length === 0 || agreeing.length < support.length ? [] : [{ item: of, stated, support }];
  });
}

/** All findings, of the body and of the impression. */
export const allFindings = ({ report }: Sound): Finding[] => [...report.findings, ...report.impression.flatMap((item) => item.findings)];

/** Findings of the section `findings`, or under no heading. */
export const bodyFindings = ({ report }: Sound): Finding[] =>
  report.findings.filter(({ section }) => section === 'findings' || section === '');

/** Where the statements of findings stand. */
export const placesOf = (sound: Sound, findings: readonly Finding[]): Span[] =>
  findings.map((finding) => sound.statementOf(finding)?.range ?? finding.range);
