import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createLexicon } from '../../language/lexicon/create.ts';
import { keysOf } from '../../language/lexicon/trie.ts';
import { fold } from '../../language/text/fold.ts';
import { KINDS } from '../../scripts/corpus/kinds.ts';

/** Sites of the public contract. */
const SITES =
  `paraspinal extradural intradural intramedullary spinal-canal spinal-cord neural-foramen thecal-sac conus vertebra vertebral-body
  posterior-elements pedicle lamina rib rib-posterior intercostal chest-wall pleura extrapleural mediastinum posterior-mediastinum lung heart
  retroperitoneum presacral sacrum pelvis iliac-bone femur long-bones sternum scapula clavicle skull maxilla mandible paranasal-sinus
  dura-intracranial brain orbit liver spleen kidney perirenal renal-sinus adrenal pancreas bowel thyroid breast skin bone-marrow
  node-paraaortic node-aortocaval node-retrocrural node-retroaortic node-retrocaval node-external-iliac node-internal-iliac
  node-common-iliac node-inguinal node-mesenteric node-retroperitoneal node-mediastinal node-portal`.split(/\s+/);

interface Entry {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
  readonly forms?: Readonly<Record<string, readonly string[]>>;
  readonly kinds?: readonly string[];
  readonly sites?: readonly string[];
  readonly frame?: readonly string[];
  readonly codes?: Readonly<Record<string, string>>;
  readonly codeSources?: Readonly<Record<string, string>>;
  readonly impression?: string;
  readonly critical?: boolean;
  readonly rank?: number;
}
interface Row {
  readonly observation: string;
  readonly structure: string;
  readonly kind: string;
  readonly sites?: readonly string[];
}
interface File {
  readonly pack: string;
  readonly sources?: Readonly<Record<string, string>>;
  readonly terms?: readonly Entry[];
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly compositions?: readonly Row[];
  readonly levelCodes?: Readonly<
    Record<string, { readonly radlex?: string; readonly snomed?: string; readonly sources: Readonly<Record<string, string>> }>
  >;
  readonly examCodes?: readonly { readonly source: string }[];
  readonly relatedCodes?: readonly { readonly term: string; readonly source: string; readonly sites?: readonly string[] }[];
}

const folder = new URL('../../lexicon/', import.meta.url);
const files = new Map<string, File>(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8'))]),
);
const emh = [...files].filter(([name]) => name.startsWith('emh'));
const entries = emh.flatMap(([name, file]) => (file.terms ?? []).map((entry) => ({ name, entry })));
const ids = (category: string): Set<string> =>
  new Set(entries.filter(({ entry }) => entry.category === category).map(({ entry }) => entry.id));
const wordsOf = (entry: Entry): string[] => [entry.label, ...(entry.synonyms ?? []), ...Object.values(entry.forms ?? {}).flat()];

describe('EMH lexicon', () => {
  const heads = ids('head');
  const sites = ids('site');
  const observations = ids('observation');
  const rows = emh.flatMap(([, file]) => file.compositions ?? []);

  it('loads without problems, together with the base pack', () => {
    assert.deepEqual(createLexicon([...files.values()]).problems, []);
  });

  it('has one entry for each id of a category', () => {
    const seen = new Set<string>();
    for (const { name, entry } of entries) {
      const key = `${entry.category}:${entry.id}`;
      assert.ok(!seen.has(key), `${name}: ${key} stands twice`);
      seen.add(key);
    }
  });

  it('names every kind of the public contract by a head or a composition', () => {
    const made = new Set([...heads, ...entries.flatMap(({ entry }) => entry.kinds ?? []), ...rows.map((row) => row.kind)]);
    assert.deepEqual(
      // `normal` is made by the reader.
      [...KINDS].filter((kind) => !made.has(kind) && kind !== 'normal'),
      [],
    );
  });

  it('names every site of the public contract', () => {
    assert.deepEqual(
      SITES.filter((site) => !sites.has(site)),
      [],
    );
  });

  it('composes only of what exists, each pair once', () => {
    const pairs = new Set<string>();
    for (const [name, file] of emh) {
      for (const { observation, structure, kind, sites: at = [] } of file.compositions ?? []) {
        const where = `${name}: ${observation} x ${structure}`;
        const members = structure.endsWith('*') ? (file.groups?.[structure.slice(0, -1)] ?? []) : [structure];
        assert.ok(members.length > 0, `${where}: no such group`);
        assert.ok(observations.has(observation), `${where}: no such observation`);
        assert.ok(heads.has(kind), `${where}: no head ${kind}`);
        for (const site of [...members, ...at]) assert.ok(sites.has(site), `${where}: no site ${site}`);
        assert.ok(!pairs.has(where), `${where} stands twice`);
        pairs.add(where);
      }
    }
  });

  it('points only to kinds and sites that exist', () => {
    for (const { name, entry } of entries) {
      for (const kind of entry.kinds ?? []) assert.ok(heads.has(kind), `${name}: ${entry.id}: no head ${kind}`);
      for (const site of entry.sites ?? []) assert.ok(sites.has(site), `${name}: ${entry.id}: no site ${site}`);
    }
  });

  it('gives each run of words to one term of a category', () => {
    const owner = new Map<string, string>();
    for (const { name, entry } of entries) {
      for (const words of wordsOf(entry)) {
        assert.equal(typeof words, 'string', `${name}: ${entry.id}: ${words} needs quotes`);
        const key = `${entry.category}: ${keysOf(fold(words)).join(' ')}`;
        assert.equal(owner.get(key) ?? entry.id, entry.id, `${name}: "${words}" belongs to two terms`);
        owner.set(key, entry.id);
      }
    }
  });

  it('gives a known source with every code', () => {
    for (const [name, { sources = {}, terms = [], levelCodes = {}, examCodes = [], relatedCodes = [] }] of emh) {
      const known = (tags: string | undefined, what: string): void => {
        for (const tag of (tags ?? '').split('+')) assert.ok(Object.hasOwn(sources, tag), `${name}: ${what}: source "${tag}"`);
      };
      for (const term of terms) {
        for (const [system, code] of Object.entries(term.codes ?? {})) {
          assert.equal(typeof code, 'string', `${name}: ${term.id}: ${code} needs quotes`);
          known(term.codeSources?.[system], `${term.id} ${system}`);
        }
      }
      for (const [level, { radlex, snomed, sources: tags }] of Object.entries(levelCodes)) {
        if (radlex !== undefined) known(tags.radlex, level);
        if (snomed !== undefined) known(tags.snomed, level);
      }
      for (const { source } of [...examCodes, ...relatedCodes]) known(source, 'code');
    }
  });

  it('relates codes to terms that exist', () => {
    const all = new Set([...files.values()].flatMap((file) => (file.terms ?? []).map((term) => term.id)));
    for (const [name, file] of emh) {
      for (const { term, sites: at = [] } of file.relatedCodes ?? []) {
        assert.ok(all.has(term), `${name}: no term ${term}`);
        for (const site of at) assert.ok(sites.has(site), `${name}: ${term}: no site ${site}`);
      }
    }
  });

  it('says of every head what it is, what it takes and where it goes in the impression', () => {
    for (const { name, entry } of entries.filter(({ entry }) => entry.category === 'head')) {
      const where = `${name}: ${entry.id}`;
      assert.ok(Array.isArray(entry.frame), `${where}: no frame`);
      assert.ok(entry.impression !== undefined && entry.impression !== '', `${where}: no impression`);
      assert.equal(typeof entry.rank, 'number', `${where}: no rank`);
      assert.ok(entry.critical !== true || entry.rank === 1, `${where}: critical and not first`);
      for (const [, slot = ''] of entry.impression.matchAll(/\{(\w+)\}/g))
        assert.ok(entry.frame.includes(slot), `${where}: {${slot}} is not in its frame`);
    }
  });

  it('completes entries of the base pack without changing what they mean', () => {
    const lexicon = createLexicon([...files.values()]);
    for (const term of createLexicon([files.get('base.yaml')]).terms) {
      const merged = lexicon.term(term.id, term.category);
      assert.deepEqual(
        [merged?.value, merged?.direction, merged?.label],
        [term.value, term.direction, term.label],
        `${term.category}: ${term.id}`,
      );
      assert.deepEqual(
        term.synonyms.filter((words) => !merged?.synonyms.includes(words)),
        [],
        `${term.category}: ${term.id} lost words`,
      );
    }
  });
});
