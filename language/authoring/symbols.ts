import type { OutlineSymbol } from '../assist/symbols.ts';
import { joined } from '../rules/lines.ts';
import { shift } from '../text/span.ts';
import type { RuleFileReading } from './reading.ts';

/** The rules of a file as its outline: id and title. */
export const ruleSymbols = ({ rules }: RuleFileReading): OutlineSymbol[] =>
  rules.map(({ start, text, written }) => {
    const title = written.entries.find(({ key }) => key === 'title');
    return {
      name: written.id,
      detail: title === undefined ? '' : joined(title),
      kind: 'rule',
      range: { start, end: start + text.trimEnd().length },
      selection: shift(written.idRange, start),
      children: [],
    };
  });
