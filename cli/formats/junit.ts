import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { nameOf } from '../archive/unit.ts';
import { type Lines, linesOf } from '../drawing/lines.ts';
import type { MakeFormat } from './format.ts';
import { escapeMarkup } from './markup.ts';

/** JUnit's XML: a suite for each text, a case for each rule that found something. Errors and warnings fail; infos and hints are `system-out`. */
export const junit: MakeFormat = () => ({
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="emh check">\n',
  first: '',
  between: '',
  report({ origin, text, diagnostics }) {
    const lines = linesOf(text);
    const name = nameOf(origin);
    const cases = [...Map.groupBy(diagnostics, ({ rule }) => rule)].map(([rule, own]) => ({ rule, ...caseOf(name, rule, own, lines) }));
    const failures = cases.filter(({ fails }) => fails).length;
    const passed = `    <testcase name="read" classname="${escapeMarkup(name)}" time="0"/>\n`;
    return suite(name, cases.length + 1, failures, 0, passed + cases.map(({ xml }) => xml).join(''));
  },
  unread({ origin, code, message }) {
    const name = nameOf(origin);
    const error = `<error type="${code}" message="${escapeMarkup(message)}"/>`;
    return suite(name, 1, 0, 1, `    <testcase name="read" classname="${escapeMarkup(name)}" time="0">${error}</testcase>\n`);
  },
  tail: () => '</testsuites>\n',
});

const suite = (name: string, tests: number, failures: number, errors: number, body: string): string =>
  `  <testsuite name="${escapeMarkup(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="0" time="0">\n${body}  </testsuite>\n`;

/** A case may fail once: all that its rule found is in that one failure. */
function caseOf(name: string, rule: string, diagnostics: readonly Diagnostic[], lines: Lines): { xml: string; fails: boolean } {
  const rows = diagnostics.map(({ severity, message, range }) => {
    const { line, column } = lines.placeOf(range.start);
    return `${name}:${line}:${column}: ${severity}: ${message}`;
  });
  const failing = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const [first] = failing;
  const body = escapeMarkup(rows.join('\n'));
  const inner =
    first === undefined
      ? `<system-out>${body}</system-out>`
      : `<failure type="${first.severity}" message="${escapeMarkup(first.message)}">${body}</failure>`;
  const xml = `    <testcase name="${escapeMarkup(rule)}" classname="${escapeMarkup(name)}" time="0">${inner}</testcase>\n`;
  return { xml, fails: first !== undefined };
}
