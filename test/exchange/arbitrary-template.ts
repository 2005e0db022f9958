import fc from 'fast-check';

const LEVELS = ['D3', 'D4 to D7', 'L1'];

const word = fc.constantFrom(
  'mass',
  'No mass.',
  'at',
  'the',
  'of < 3 cm & more',
  '"quoted [side]"',
  '[sic]',
  '5 mm',
  'ä–ß',
  ',',
  '  ',
  '\t',
  '//',
  'http://a.b',
  "it's",
  '-->',
  '<b>',
  '&amp;',
  '[1]',
  ';',
  '٣',
);
const name = fc.constantFrom('canal levels', 'mass size', 'grade', 'T2* of the liver', 'what a/b', 'side');
const choice = fc.constantFrom('mild', 'Moderate', 'severe', '', 'No mass. No other.', 'a <b> & "c"', '3 cm', 'with: colon');
const level = fc.constantFrom(...LEVELS);

const field = fc.oneof(
  fc.constantFrom(
    '[]',
    '[text]',
    '[*text]',
    '[levels]',
    '[*levels]',
    '[ side ]',
    '[size]',
    '[*date]',
    '[time]',
    '[levels = D3]',
    '[date = 2024-06-30]',
    '[date = soon]',
  ),
  fc
    .tuple(
      fc.constantFrom('', '*'),
      name,
      fc.constantFrom('text', 'levels', 'size', 'date', 'time', 'number', 'number 1-80 ms', 'number -3 to 4', 'signal'),
    )
    .map(([star, of, type]) => `[${star}${of}: ${type}]`),
  fc
    .tuple(fc.constantFrom('', '*', '* '), fc.option(name), fc.array(choice, { minLength: 2, maxLength: 4 }), fc.option(choice))
    .map(
      ([star, of, choices, usual]) =>
        `[${star}${of === null ? '' : `${of}: `}${choices.join(' | ')}${usual === null ? '' : ` = ${usual}`}]`,
    ),
  fc.tuple(name, level).map(([of, usual]) => `[${of}: levels = ${usual}]`),
  name.map((of) => `[${of}]`),
  fc.constantFrom('[use paraspinal-normals]', '[use upper-abdomen-normals]', '[use nothing of this name]'),
);

const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: field }), { maxLength: 6 })
  .map((all) => all.join(' '));

const condition = fc.oneof(fc.constantFrom('mass present', 'mass absent', 'grade is mild', 'grade is not  mild', 'not side', 'side'), name);

const line = fc
  .tuple(
    fc.array(condition, { maxLength: 2 }),
    fc.constantFrom('', '', '[required] Spleen: ', '[required] Liver:', 'Ribs: ', '1. ', '  '),
    words,
    fc.constantFrom('', '', '', ' // a remark --> "of" the author', '   '),
  )
  .map(([conditions, lead, said, end]) => `${conditions.map((each) => `[if ${each}]`).join('')}${lead}${said}${end}`);

const whole = fc.constantFrom(
  '',
  '',
  'FINDINGS',
  'IMPRESSION',
  'Impression:',
  '// whole line',
  '  // set in',
  'Exam: MRI spine',
  'Title: not about',
);

type Block = fc.Arbitrary<string[]>;
const { blocks } = fc.letrec<{ blocks: string[]; block: string[] }>((tie) => ({
  blocks: fc.array(tie('block') as Block, { maxLength: 7 }).map((all) => all.flat()),
  block: fc.oneof(
    { weight: 5, arbitrary: line.map((one) => [one]) },
    { weight: 3, arbitrary: whole.map((one) => [one]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[if mass present]', '[ IF  side ]', '[for each mass]', '  [for each  big mass]'), tie('blocks') as Block)
        .map(([open, inside]) => [open, ...inside, '[end]']),
    },
    {
      weight: 1,
      arbitrary: fc.constant([
        '[example of it]',
        'mass = present',
        '// why',
        '',
        '[expect]',
        'Ribs: <no> "mass" & more.',
        '',
        '[expect field-unfilled]',
        '[end]',
      ]),
    },
  ) as Block,
}));

const about = fc.array(
  fc.constantFrom(
    'Template: ours',
    'Title: Our ribs & "more"',
    'Owner: Us <all>',
    'Version: 2',
    'Review: 2098-01-01',
    'SPOKEN:   our own ribs  ',
    'Code: RID56 abdomen',
    'Code: X1 own',
    '// of the head',
    '',
    'Version:',
  ),
  { maxLength: 8 },
);

/** Texts of templates, most of them without a fault of syntax. */
export const arbitraryTemplate = fc
  .tuple(about, blocks as Block, fc.constantFrom('\n', '\n', '\r\n'), fc.constantFrom('', '\n', '\n\n'))
  .map(([first, rest, lineBreak, end]) => [...first, ...rest].join(lineBreak) + end);
