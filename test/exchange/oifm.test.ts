import assert from 'node:assert/strict';
import { importFindingModels } from '../../exchange/oifm/import.ts';
import { createLanguage } from '../../language/language.ts';
import { packs, rules } from '../../packs/emh.ts';
import { readPackText } from '../../packs/yaml-pack.ts';
import { language } from '../template/sample.ts';

const { lexicon } = language;
const values = (code: string, ...names: string[]): object[] =>
  names.map((name, i) => ({ value_code: `${code}.${i}`, name, description: `It is ${name}.`, index_codes: null }));

/** A made-up model, with one of everything. */
const MODEL = {
  oifm_id: 'OIFM_MADE_000001',
  name: 'rib erosion',
  description: 'A rib: "eaten" away',
  synonyms: ['eroded rib', 'mass'],
  tags: ['rib'],
  contributors: null,
  index_codes: [
    { system: 'RADLEX', code: 'RID99999', display: 'erosion of a rib' },
    { system: 'SNOMED', code: '12', display: 'no such code' },
  ],
  anatomic_locations: [{ system: 'ANATOMICLOCATIONS', code: 'RID2471', display: 'rib' }],
  applicable_modalities: ['XR', 'CT', 'MG'],
  attributes: [
    {
      oifma_id: 'OIFMA_MADE_1',
      name: 'presence',
      type: 'choice',
      values: values('OIFMA_MADE_1', 'absent', 'present', 'indeterminate', 'unknown'),
    },
    {
      oifma_id: 'OIFMA_MADE_2',
      name: 'shape',
      type: 'choice',
      required: true,
      max_selected: 2,
      values: values('OIFMA_MADE_2', 'round', 'moth-bitten', 'other'),
    },
    { oifma_id: 'OIFMA_MADE_3', name: 'size', type: 'numeric', minimum: 1, maximum: 9, unit: 'mm' },
    { oifma_id: 'OIFMA_MADE_4', name: 'mood', type: 'choice', values: values('OIFMA_MADE_4', 'good') },
    { oifma_id: 'OIFMA_MADE_5', name: 'severity', type: 'choice', values: values('OIFMA_MADE_5', 'mild', 'dreadful') },
  ],
};

const read = (data: unknown) => importFindingModels({ name: 'models/rib.json', text: JSON.stringify(data, null, 2) }, lexicon);
const withPack = (text: string) => createLanguage({ packs: [...packs, readPackText('rib.yaml', text)], rules });

describe('a finding model', () => {
  it('is a term with its codes and their source, and with terms for what the vocabulary does not know', () =>
    assert.equal(
      read(MODEL).text,
      `# From the Open Imaging Finding Model: rib erosion (OIFM_MADE_000001).
version: 1
pack: oifm
sources:
  OIFM: "Open Imaging Finding Model, rib.json"
terms:
  - id: moth-bitten
    category: morphology
    label: moth-bitten
    codes: { oifm: OIFMA_MADE_2.1 }
    codeSources: { oifm: OIFM }
    definition: It is moth-bitten.
  - id: rib-erosion
    category: head
    label: rib erosion
    synonyms: [eroded rib]
    sites: [rib]
    codes: { radlex: RID99999, oifm: OIFM_MADE_000001 }
    codeSources: { radlex: OIFM, oifm: OIFM }
    definition: "A rib: \\"eaten\\" away"
    frame: [sites, side, levels, count, change, morphology, size, severity]
    modalities: [CR, CT]
`,
    ));

  it('is found in reports then, stated, denied and held possible', () => {
    const own = withPack(read(MODEL).text ?? '');
    assert.deepEqual(own.lexicon.problems, []);
    const [report] = own.read('FINDINGS\nMild moth-bitten rib erosion on the left, 4 mm. Possible eroded rib at D5.').reports;
    assert.deepEqual(
      report?.findings.map(({ kind, presence, severity, morphology, side, sizeMm }) => [
        kind,
        presence,
        severity,
        morphology,
        side,
        sizeMm,
      ]),
      [
        ['rib-erosion', 'present', ['mild'], ['moth-bitten'], 'left', [4]],
        ['rib-erosion', 'possible', null, [], null, null],
      ],
    );
  });

  it('lists what a lexicon has no place for, at its place', () => {
    const { notices } = read(MODEL);
    const text = JSON.stringify(MODEL, null, 2);
    assert.deepEqual(
      notices.map(({ kind, message, range }) => `${kind} ${text.slice(range?.start, range?.end)} ${message}`),
      [
        'lost "OIFM_MADE_000001" The code 12 (SNOMED) of rib erosion.',
        'lost "OIFM_MADE_000001" The synonym "mass", which is known as "mass" (head).',
        'lost "OIFM_MADE_000001" The modalities MG of rib erosion.',
        'lost "OIFM_MADE_000001" "tags" of rib erosion.',
        'lost "OIFMA_MADE_1" "presence" of rib erosion: "unknown".',
        'lost "OIFMA_MADE_2" "shape" of rib erosion: "other".',
        'lost "OIFMA_MADE_2" "shape" of rib erosion: the codes of its values.',
        'lost "OIFMA_MADE_2" "shape" of rib erosion: that it must be said.',
        'lost "OIFMA_MADE_2" "shape" of rib erosion: that up to 2 can be said.',
        'lost "OIFMA_MADE_3" "size" of rib erosion: its range and unit (from 1 to 9 mm).',
        'lost "OIFMA_MADE_4" "mood" of rib erosion: no attribute of a finding is like it ("good").',
        'lost "OIFMA_MADE_5" "severity" of rib erosion: "dreadful".',
        'lost "OIFMA_MADE_5" "severity" of rib erosion: the codes of its values.',
      ],
    );
  });

  it('that the vocabulary has adds to it and takes nothing from it', () => {
    const { text } = read({ ...MODEL, name: 'Mass', synonyms: ['rib eater'] });
    const own = withPack(text ?? '').lexicon.term('mass', 'head');
    const before = lexicon.term('mass', 'head');
    assert.ok(own !== undefined && before !== undefined);
    for (const key of ['label', 'kinds', 'rank', 'critical', 'asked', 'impression', 'definition', 'modalities'] as const)
      assert.deepEqual(own[key], before[key], key);
    for (const each of before.frame) assert.ok(own.frame.includes(each));
    assert.deepEqual(own.codes, { ...before.codes, oifm: 'OIFM_MADE_000001' });
    assert.ok(own.synonyms.includes('rib eater') && before.synonyms.every((words) => own.synonyms.includes(words)));
  });

  it('that is none is refused, with what is wrong and where', () => {
    const refused = (text: string): string => {
      const { text: pack, notices } = importFindingModels({ name: 'a.json', text }, lexicon);
      assert.equal(pack, null);
      return notices.map(({ kind, message, range }) => `${kind} ${range?.start}: ${message}`).join('\n');
    };
    assert.match(refused('{"name": "a",}'), /^error 13: This is no JSON: /);
    assert.equal(refused('[]'), 'error 0: There is no finding model in this list.');
    assert.equal(refused('{"name": "a"}'), 'error 0: This is no finding model: it has no "name" with "attributes".');
    assert.match(refused(JSON.stringify([MODEL, 1])), /^error 0: Number 2 of the list is no finding model/);
    assert.match(refused(''), /^error 0: This is no JSON/);
  });
});
