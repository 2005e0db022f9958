import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canBecomeClause, PHRASES } from '../../language/authoring/phrases.ts';
import { refusal, variableAt, variablesOf } from '../../language/authoring/variables.ts';
import { rules } from '../../packs/emh.ts';
import { atCursor, completionsAt, labelsAt, reading, ruleAssist, taken } from './check.ts';

const inRule = (lines: string): string => `rule a\ntitle    T\n${lines}`;

describe('completion in a rule file', () => {
  it('offers levels and sides only where those are asked for, and findings also there', () => {
    const after = (line: string): string[] => labelsAt(`rule a\nwhen     mass called C at L on S\nand      ${line}|\nerror    M\n`);
    const same = after('the same finding as ');
    assert.ok(same.includes('C') && !same.includes('L') && !same.includes('S'), same.join());
    assert.ok(!after('the').includes('the same finding as L'));
    assert.deepEqual(
      ['C', 'L'].map((name) => after('mass overl').includes(`overlapping ${name}`)),
      [true, true],
    );
    assert.ok(after('levels of ').includes('L') && !after('severity of ').includes('L'));
    assert.ok(!after('no impression item states ').includes('L'));
  });

  it('begins with a rule, and then offers what the rule lacks', () => {
    assert.deepEqual(labelsAt('|'), ['rule']);
    assert.equal(taken('r|', 'rule'), 'rule     ');
    const labels = labelsAt(inRule('when mass\n|'));
    assert.ok(labels.indexOf('error') < labels.indexOf('title'), labels.join(' '));
    assert.deepEqual(labelsAt(inRule('when mass\nw|')), ['when', 'while', 'warning']);
  });

  it('offers findings of the vocabulary', () => {
    assert.ok(labelsAt(inRule('when     cord com|')).includes('cord compression'));
    assert.equal(taken(inRule('when     cord com|'), 'cord compression'), inRule('when     cord compression'));
  });

  it('offers words of the rule language where they lead somewhere', () => {
    assert.ok(labelsAt(inRule('when     mass |')).includes('called A'));
    assert.ok(!labelsAt(inRule('when     mass |')).includes('overlapping L'));
    assert.deepEqual(labelsAt(inRule('when     mass called C at L\nexpect   canal narrowing over|')).slice(0, 2), [
      'overlapping C',
      'overlapping L',
    ]);
    assert.ok(labelsAt(inRule('when     mass called A\nand      |')).includes('levels of A'));
    assert.ok(labelsAt(inRule('when     mass called A\nand      size of A |')).includes('over'));
    assert.equal(labelsAt(inRule('when     exam is M|'))[0], 'exam is MRI');
  });

  it('knows the variables in messages, fixes and marks', () => {
    assert.deepEqual(labelsAt(inRule('when     mass called A\nerror    Mass {|')).slice(0, 2), ['{A}', '{at A}']);
    assert.equal(
      taken(inRule('when     mass called A\nerror    Mass {lev|'), '{levels of A}'),
      inRule('when     mass called A\nerror    Mass {levels of A}'),
    );
    assert.ok(labelsAt(inRule('when     mass called A\nerror    M\nfix      |')).includes('remove A'));
    assert.ok(labelsAt(inRule('when     mass called A\nmark     h|')).includes('head of A'));
  });

  it('offers in an example what a report offers', () => {
    assert.equal(taken(inRule('bad      [Mass] D4 to D|'), 'D5'), inRule('bad      [Mass] D4 to D5'));
    assert.equal(taken(inRule('good\n  FINDINGS\n  Masses T1 iso|'), 'isointense'), inRule('good\n  FINDINGS\n  Masses T1 isointense'));
  });

  it('offers nothing in comments and quotes', () => {
    assert.deepEqual(labelsAt('# ru|'), []);
    assert.deepEqual(labelsAt(inRule('when     findings mention "ma|')), []);
  });

  it('offers fixed words that all stand in some clause', () => {
    for (const { words } of PHRASES) {
      const phrase = words.replaceAll(/\$(?:old|new)/g, 'A');
      const places = ['', 'mass ', 'levels of A ', 'size of A ', 'date of A ', 'exam is MRI ', 'findings '];
      assert.ok(
        places.some((place) => canBecomeClause(place + phrase)),
        words,
      );
    }
  });
});

describe('hover in a rule file', () => {
  const says = (marked: string, words: string, pattern: RegExp): void => {
    const { text, offset, reading: read } = atCursor(marked);
    const hover = ruleAssist.hover(read, offset);
    assert.ok(hover, 'no hover');
    assert.equal(text.slice(hover.range.start, hover.range.end), words);
    assert.match(hover.markdown, pattern);
  };
  it('explains key words', () => says(inRule('exp|ect   mass'), 'expect', /must then be in the report/));
  it('explains terms', () =>
    says(inRule('when     no cord com|pression at L'), 'cord compression', /\*\*cord compression\*\* \(finding\)/));
  it('tells what a variable is', () => says(inRule('when     mass at L\nerror    Mass {at L|}.'), 'L', /Named in `when mass at L`/));
  it('explains the words of the rule language', () =>
    says(inRule('when     mass at L\nexpect   mass overl|apping L'), 'overlapping L', /shares a level/));
  it('says how an example is understood', () =>
    says(inRule('bad      Cord [compr|ession] at D5.'), 'Cord [compression', /Understood: .*T5|D5/));
});

describe('variables of a rule', () => {
  const lines = inRule(
    'when     mass called A at L\nand      "L" called B\nexpect   canal narrowing overlapping L\nerror when size of A over 5: Mass {A} {at L}, C1 and A.\nfix      replace levels of A by {levels of L}\nmark     levels of A',
  );
  it('are found wherever the rule names them', () => {
    const [rule] = reading(lines).rules;
    assert.ok(rule);
    const found = variablesOf(rule).map(
      ({ name, range, binds }) => `${name}${binds ? '!' : ''} ${lines.slice(0, range.start).split('\n').length}`,
    );
    assert.deepEqual(found, ['A! 3', 'L! 3', 'B! 4', 'L 5', 'A 6', 'A 6', 'L 6', 'A 7', 'L 7', 'A 8']);
  });

  it('may be called by another free letter', () => {
    const offset = lines.indexOf('A at');
    const read = reading(lines);
    assert.equal(refusal(read, offset, 'M'), null);
    assert.match(refusal(read, offset, 'B') ?? '', /another variable B/);
    assert.match(refusal(read, offset, 'mass') ?? '', /one capital letter/);
    assert.equal(variableAt(read, lines.indexOf('title')).length, 0);
  });

  it('can be called anything without a change of what the shipped rules find', () => {
    for (const { text } of rules) {
      const read = reading(text);
      for (const rule of read.rules.slice(0, 3)) {
        const places = variablesOf(rule);
        const [first] = places;
        if (first === undefined) continue;
        const free = [...'ZYXWVUTSRQPONMKJIHGFEDCBA'].find((letter) => !places.some(({ name }) => name === letter)) ?? 'Z';
        const renamed = places
          .filter(({ name }) => name === first.name)
          .reduceRight((all, { range }) => all.slice(0, range.start) + free + all.slice(range.end), text);
        const again = reading(renamed).rules.find(({ written }) => written.id === rule.written.id);
        assert.deepEqual(again?.problems, rule.problems, rule.written.id);
        assert.deepEqual(again?.failures, [], rule.written.id);
      }
    }
  });
});

describe('a rule file that is being written', () => {
  it('never breaks a query, wherever the cursor is', () => {
    const shipped = rules.map(({ text }) => text).join('\n');
    fc.assert(
      fc.property(fc.nat(shipped.length - 400), fc.nat(400), fc.nat(400), fc.string({ maxLength: 12 }), (from, length, at, typed) => {
        const part = shipped.slice(from, from + length);
        const offset = Math.min(at, part.length);
        const text = part.slice(0, offset) + typed + part.slice(offset);
        const read = reading(text);
        const cursor = offset + typed.length;
        completionsAt(`${text.slice(0, cursor).replaceAll('|', '')}|${text.slice(cursor).replaceAll('|', '')}`);
        const hover = ruleAssist.hover(read, cursor);
        assert.ok(hover === null || (hover.range.start >= 0 && hover.range.end <= text.length));
        ruleAssist.termAt(read, cursor);
        variableAt(read, cursor);
      }),
      { numRuns: 120 },
    );
  });
});
