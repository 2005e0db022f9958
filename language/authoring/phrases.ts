import { NOTE_CATEGORIES } from '../meaning/note.ts';
import { ATTRIBUTES } from '../rules/attribute.ts';
import { MODALITIES } from '../rules/condition.ts';
import { parseClause } from '../rules/parse-clause.ts';

/** Fixed words of the rule language. `$old` stands for a variable that has a meaning already, `$new` for one that gets it. */
export interface FixedPhrase {
  readonly words: string;
  readonly is: string;
}

const each = (list: readonly string[], words: (one: string) => string, is: string): FixedPhrase[] =>
  list.map((one) => ({ words: words(one), is }));

const SCOPES = ['findings', 'impression', 'report', 'history', 'technique', 'comparison', 'recommendation', 'communication', 'addendum'];
const PARTS = [...SCOPES, 'exam', 'patient'];
/** What a finding can be without. */
const STATED = ATTRIBUTES.filter((attribute) => !['kind', 'item', 'value', 'number', 'date', 'presence'].includes(attribute));
const isAre = (scope: string): string => (scope === 'findings' ? 'mention' : 'mentions');
const notNow = (scope: string): string => (scope === 'findings' ? 'do not mention' : 'does not mention');

/** Every fixed phrase that a clause may hold. Which of them fit at a place, the grammar says. */
export const PHRASES: readonly FixedPhrase[] = [
  { words: 'called $new', is: 'gives the finding a name' },
  { words: 'at $new', is: 'its levels, under a name' },
  { words: 'at $old', is: 'at the same levels' },
  { words: 'overlapping $old', is: 'shares a level with' },
  { words: 'within $old', is: 'at no level outside' },
  { words: 'beyond $old', is: 'at some level outside' },
  { words: 'outside $old', is: 'at no level of' },
  { words: 'near $old', is: 'within one level of' },
  { words: 'far from $old', is: 'more than one level away from' },
  { words: 'above $old', is: 'all levels above' },
  { words: 'below $old', is: 'all levels below' },
  { words: 'on $new', is: 'its side, under a name' },
  { words: 'on $old', is: 'not on the opposite side' },
  { words: 'on the other side from $old', is: 'on the opposite side' },
  { words: 'on the left', is: 'on that side' },
  { words: 'on the right', is: 'on that side' },
  { words: 'on both sides', is: 'bilateral' },
  { words: 'supported by $new', is: 'the finding that an impression item rests on' },
  { words: 'unsupported', is: 'an impression item that rests on no finding' },
  { words: 'later than $old', is: 'stands behind it in the text' },
  { words: 'earlier than $old', is: 'stands before it in the text' },
  { words: 'in the same statement as $old', is: 'in one sentence with' },
  { words: 'in another statement than $old', is: 'in another sentence than' },
  { words: 'at the site of $old', is: 'shares a site with' },
  { words: 'denied', is: 'stated as absent' },
  { words: 'hedged', is: 'stated as possible' },
  { words: 'with no enhancement', is: 'stated not to enhance' },
  ...each(SCOPES, (scope) => `in ${scope}`, 'in that part of the report'),
  ...each(STATED, (attribute) => `with ${attribute}`, 'states it'),
  ...each(STATED, (attribute) => `without ${attribute}`, 'does not state it'),
  { words: 'no', is: 'stated as absent' },
  { words: 'possible', is: 'stated as possible' },
  { words: 'any mention of', is: 'present, absent or possible' },
  { words: 'all', is: 'every finding that fits, together' },
  { words: 'any finding', is: 'a finding of any kind' },
  { words: 'any critical finding', is: 'a finding that is to be communicated' },
  { words: 'any significant finding', is: 'a finding that belongs into the impression' },
  { words: 'the same finding as $old', is: 'the same thing at another place of the text' },
  { words: 'the same note as $old', is: 'the same statement at another place of the text' },
  ...each(
    NOTE_CATEGORIES.map((category) => category.replaceAll('-', ' ')),
    (category) => `any ${category}`,
    'stated beside the findings',
  ),
  ...each(
    ['MRI', 'CT', 'ultrasound', 'radiograph', 'PET', 'NM'].filter((name) => name.toLowerCase() in MODALITIES),
    (name) => `exam is ${name}`,
    'the kind of examination',
  ),
  { words: 'exam is not', is: 'any other kind of examination' },
  { words: 'exam with contrast', is: 'contrast was given' },
  { words: 'exam without contrast', is: 'no contrast was given' },
  { words: 'exam covers $old', is: 'the region examined holds it' },
  { words: 'exam does not cover $old', is: 'it lies outside the region examined' },
  ...each(SCOPES, (scope) => `report has ${scope}`, 'the report has that part'),
  ...each(SCOPES, (scope) => `report has no ${scope}`, 'the report lacks that part'),
  ...each(PARTS, (scope) => `${scope} ${isAre(scope)}`, 'these words stand there'),
  ...each(PARTS, (scope) => `${scope} ${notNow(scope)}`, 'these words do not stand there'),
  { words: 'findings mention the words of $old', is: 'the findings use them, whatever they say' },
  { words: 'findings do not mention the words of $old', is: 'the findings do not use them' },
  { words: 'findings describe the place of $old', is: 'the findings say something of it' },
  { words: 'findings do not describe the place of $old', is: 'the findings say nothing of it' },
  { words: 'statement of the mention mentions', is: 'these words stand in its sentence' },
  { words: 'statement of $old mentions', is: 'these words stand in its sentence' },
  { words: 'an impression item states $old', is: 'the impression names the finding' },
  { words: 'no impression item states $old', is: 'the impression does not name the finding' },
  { words: 'an impression item names the site of $old', is: 'the impression names its place at least' },
  { words: '$old causes $old', is: 'the report ties them as cause and effect' },
  { words: '$old does not cause $old', is: 'the report does not tie them as cause and effect' },
  { words: 'number of findings in $old over', is: 'of those that `all` took together, more than' },
  { words: '$old spans over', is: 'more levels than' },
  { words: '$old is displaced towards $old', is: 'pushed towards what pushes it' },
  ...each(STATED, (attribute) => `$old has ${attribute}`, 'states it'),
  ...each(STATED, (attribute) => `$old has no ${attribute}`, 'does not state it'),
  { words: 'patient is female', is: 'of the header or history' },
  { words: 'patient is male', is: 'of the header or history' },
  { words: 'patient age over', is: 'years' },
  { words: 'patient age under', is: 'years' },
  ...each(ATTRIBUTES, (attribute) => `${attribute} of $old`, 'what the report says of it'),
  { words: 'agrees with', is: 'say the same, or nothing against it' },
  { words: 'differs from', is: 'say something else' },
  { words: 'narrower than', is: 'fewer levels than' },
  { words: 'wider than', is: 'more levels than' },
  { words: 'ten times', is: 'ten times as much: cm read as mm' },
  { words: 'is', is: 'one of these words' },
  { words: 'is not', is: 'none of these words' },
  { words: 'over', is: 'more than' },
  { words: 'under', is: 'less than' },
  { words: 'grew over', is: 'per cent, against the size before' },
  { words: 'shrank over', is: 'per cent, against the size before' },
  { words: 'before exam date', is: 'earlier than the examination' },
  { words: 'after exam date', is: 'later than the examination' },
  { words: 'mentions', is: 'these words stand there' },
  { words: 'does not mention', is: 'these words do not stand there' },
  { words: 'or', is: 'another of these words' },
];

/** Ends that make a clause of a beginning, whatever it lacks. */
const ENDS = [
  '',
  'A',
  'mass',
  '"x"',
  '5',
  'A agrees with A',
  'agrees with A',
  'is x',
  'of A',
  'MRI',
  'A mentions "x"',
  'over 5',
  'causes A',
  'as A',
];

/** Whether words are the beginning of some clause, or one: offered words always lead somewhere. */
export const canBecomeClause = (beginning: string): boolean => ENDS.some((end) => 'clause' in parseClause(`${beginning} ${end}`.trim()));
