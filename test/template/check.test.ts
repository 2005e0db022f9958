import assert from 'node:assert/strict';
import { readTemplate } from '../../language/template/read.ts';
import { language } from './sample.ts';

const ABOUT = 'Template: a-name\nOwner: Us\nVersion: 1\nReview: 2030-01-01\nSpoken: thorax study\n';

/** Rules and the words that they underline. */
const said = (text: string, about = ABOUT, today: number | null = 20_000): string[] =>
  language.templates
    .check(readTemplate({ name: 'a-name.emht', text: about + text }), today)
    .map(({ rule, range }) => `${rule} at ${JSON.stringify((about + text).slice(range.start, range.end))}`);

describe('the checks of templates', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    '[if mass present]\nMass.\n': ['template-syntax at "[if mass present]"'],
    'Mass.\n[end]\n': ['template-syntax at "[end]"'],
    '[expect]\n': ['template-syntax at "[expect]"'],
    '[required] no topic\n': ['template-syntax at "[required]"'],
    '[use nothing]\n': ['template-unknown-name at "[use nothing]"'],
    '[use a-name]\n': ['template-syntax at "[use a-name]"'],
    '[lvels]\n': ['template-unknown-name at "[lvels]"'],
    '[***]\n': ['template-unknown-name at "[***]"'],
    '[mild/moderate/severe]\n': ['template-unknown-name at "[mild/moderate/severe]"'],
    '[größe: size]\n': ['template-unknown-name at "[größe: size]"'],
    '[colour: a=b | c]\n': ['template-unknown-name at "[colour: a=b | c]"'],
    'Ribs [side: left | right\n': ['template-unknown-name at "["'],
    'Ribs side: left | right]\n': ['template-unknown-name at "]"'],
    '[t2: number 1.5 - 80,5 ms]\n': ['template-syntax at "[t2: number 1.5 - 80,5 ms]"'],
    '[*side = left]\n': ['template-required at "[*side = left]"'],
    '[colour: red | blue]\n[if colour is green]Green.\n': ['template-unreachable at "[if colour is green]"'],
    '[if color is red]Red.\n': ['template-unknown-name at "[if color is red]"'],
    '[if mass present][if mass absent]Never.\n': ['template-unreachable at "[if mass absent]"'],
    '[colour: red | blue | red]\n': ['template-unreachable at "[colour: red | blue | red]"'],
    '[colour: red | blue = green]\n': ['template-default at "[colour: red | blue = green]"'],
    '[number 1-9 mm = 12]\n': ['template-default at "[number 1-9 mm = 12]"'],
    '[*]\n': ['template-required at "[*]"'],
    '[*grade: |]\n': ['template-required at "[*grade: |]"'],
    '[severity: mild | purple]\n': ['template-unknown-term at "[severity: mild | purple]"'],
    'FINDINGS\nXyzzy: normal.\n': ['template-unknown-term at "Xyzzy"'],
    'FINDINGS\nMass is hypointens.\n': ['template-unknown-term at "hypointens"'],
    'FINDINGS\nSpleen: No splenomegaly. [size: Splenomegaly. | Normal.]\n': ['template-report at "splenomegaly"'],
    'FINDINGS\nRibs: No rib expansion. [ribs: No rib erosion. | Rib expansion.]\n': ['template-normal-stays at "No rib expansion."'],
    'FINDINGS\nRibs: No rib expansion.\n[if mass present]Ribs: Rib expansion.\n': ['template-normal-stays at "No rib expansion."'],
    '[n: number 5-1 mm]\n': ['template-unreachable at "[n: number 5-1 mm]"'],
    '[sidee = left]\n': ['template-unknown-name at "[sidee = left]"'],
    '[a: x | y][a: x | z]\n': ['template-default at "[a: x | z]"'],
    '[example one]\nx = 1\n[end]\n': ['template-example at "x = 1"'],
    'Mass [side = left].\n[example one]\nside = right\n[expect]\nMass left.\n[end]\n': ['template-example at "[expect]"'],
    'Text.\n[example one]\n[expect level-drift]\n[end]\n': ['template-example at "[expect level-drift]"'],
    'FINDINGS\nExtradural mass at [*levels].\n[example one]\n[end]\n': ['template-example at "[example one]"'],
    'Text.\n[example one]\n': ['template-example at "[example one]"'],
  };
  for (const [text, found] of Object.entries(wrong))
    it(`find what is wrong in ${JSON.stringify(text)}`, () => assert.deepEqual(said(text), found));

  it('have nothing to say of what is right', () =>
    assert.deepEqual(
      said(
        'TECHNIQUE\nAs usual "[lvels" [sic] [1, 2] [...].\n\nFINDINGS\n[if mass absent]Ribs: normal.\n[if mass present]Ribs: [side: Left | Right] rib expansion.\n[example one]\nmass = present\nside = right\n[expect]\nRibs: Right rib expansion.\n[end]\n',
      ),
      [],
    ));

  it('ask for a name of one word, as reports give it', () =>
    assert.deepEqual(said('Text.\n', ABOUT.replace('a-name', 'a name')), ['template-syntax at "a name"']));

  it('ask for owner, version and review', () => assert.deepEqual(said('Text.\n', 'Template: a-name\n'), ['template-about at "a-name"']));

  it('tell of an overdue review only where they know the date', () => {
    assert.deepEqual(said('', ABOUT, 22_000), ['template-review at "2030-01-01"']);
    assert.deepEqual(said('', ABOUT, null), []);
    assert.deepEqual(said('', ABOUT.replace('2030-01-01', 'soon')), ['template-syntax at "soon"']);
  });

  it('compare labels of codes with the registry', () => {
    assert.deepEqual(said('', `${ABOUT}Code: RPID542 MR T-spine wo\n`), []);
    assert.deepEqual(said('', `${ABOUT}Code: RPID542 MR L-spine wo\n`), ['template-code at "RPID542 MR L-spine wo"']);
    assert.deepEqual(said('', `${ABOUT}Code: XY1 whatever\n`), []);
  });

  for (const name of ['T*x', 'one two three four five six seven', 'mrtpls', 'spine', 'next field', 'whole spine servey'])
    it(`find that ${JSON.stringify(name)} cannot be asked for by voice`, () =>
      assert.deepEqual(said('', ABOUT.replace('thorax study', name)), [`template-spoken-name at ${JSON.stringify(name)}`]));
});
