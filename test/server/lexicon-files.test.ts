import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { OpenDocument } from '../../server/document.ts';
import { shipped } from '../../server/shipped.ts';
import { SITE_FILES } from '../../server/site-files.ts';
import { connected } from './client.ts';
import { LEXICON, lexiconBench, VSCODE } from './lexicon-bench.ts';
import { Marked } from './marked.ts';

const RULE = 'rule fibroma-rule\ntitle T\nwhen fibroma at L\nhint A fibroma.\nbecause B\ngood Mass.\nbad [Fibroma] at D5.\n';
const TEMPLATE = 'Template: fibroma\nOwner: Us\nFINDINGS\nFibroma of [levels].\n[use fibroma]\n';
const REPORT = 'FINDINGS\nTwo fibromas at D5. A FIBROMA. Fibrous lumps.\n';

describe('lexicon files of the server', () => {
  const { opened, uriIn } = lexiconBench();
  const pull = async (file: Marked): Promise<Diagnostic[]> => {
    const report = await file.ask<DocumentDiagnosticReport>('diagnostic');
    return report.kind === 'full' ? report.items : [];
  };
  const labels = async (marked: string): Promise<string[]> => {
    const { file } = await opened(marked);
    return (await file.at<CompletionList>('completion')).items.map(({ label }) => label);
  };

  it('are checked as they are written', async () => {
    const { file } = await opened(LEXICON.replace('label: cortex rind', 'lable: cortex rind').replace('[gnarl]', '[gnarl, cyst]'));
    assert.deepEqual(
      (await pull(file)).map(({ code, severity, range }) => [code, severity, file.words(range)]),
      [
        ['lexicon-shape', 1, '5: rind'],
        ['lexicon-shape', 1, '5: lable'],
        ['lexicon-clash', 2, '6: cyst'],
      ],
    );
  });

  it('show what nothing uses as faded hints', async () => {
    const { file } = await opened('version: 1\nterms:\n  - { id: zorb, category: head, label: zorb, synonyms: [zorbs] }\n');
    assert.deepEqual(
      (await pull(file)).map(({ code, severity, tags, range }) => [code, severity, tags, file.words(range)]),
      [
        ['lexicon-unused', 4, [1], '3: zorb'],
        ['lexicon-redundant', 4, [1], '3: zorbs'],
      ],
    );
  });

  it('are checked for clients that are sent diagnostics, and not twice', async () => {
    const { client, file } = await opened(LEXICON.replace('label: cortex', 'lable: cortex'), {}, {});
    while (!client.pushed.some(({ uri, diagnostics }) => uri === file.uri && diagnostics.length > 0)) await client.nextPush();
    assert.deepEqual(
      client.pushed
        .filter(({ uri }) => uri === file.uri)
        .at(-1)
        ?.diagnostics.map(({ code }) => code),
      ['lexicon-shape', 'lexicon-shape'],
    );
  });

  it('leave other YAML alone, wherever it lies', async () => {
    const { client, folder } = await opened(LEXICON);
    for (const [name, text] of [
      ['compose.yaml', 'services: { fibroma: mass }\n'],
      ['lexicon/en.yaml', 'greeting: mass\n'],
      ['.github/workflows/lexicon.yml', 'version: 1\nterms: [x]\n'],
    ] as const) {
      const uri = uriIn(folder, name);
      await client.open(text, 'yaml', uri);
      const file = new Marked(client, new OpenDocument(uri, 'yaml', 1, text), 12);
      assert.deepEqual(await pull(file), [], name);
      assert.equal(await file.at('hover'), null, name);
      assert.deepEqual((await file.at<CompletionList>('completion')).items, [], name);
    }
    const uri = uriIn(folder, 'department/lexicon/more.yaml');
    const text = 'version: 1\nterms:\n  - { id: a, category: hed, label: zorb }\n';
    await client.open(text, 'yaml', uri);
    assert.deepEqual(
      (await pull(new Marked(client, new OpenDocument(uri, 'yaml', 1, text), 0))).map(({ code }) => code),
      ['lexicon-shape'],
    );
  });

  describe('complete', () => {
    it('keys that the entry lacks, however it is written', async () => {
      for (const marked of [
        LEXICON.replace('label: cortex rind }', 'label: cortex rind, |}'),
        LEXICON.replace('compositions:', '  - id: zorb\n    |\ncompositions:'),
        LEXICON.replace('compositions:', '  - id: zorb\n    label: zorb\n    syn|\ncompositions:'),
      ])
        assert.ok((await labels(marked)).includes('synonyms'), marked);
      const all = await labels(LEXICON.replace('label: cortex rind }', 'label: cortex rind, |}'));
      assert.ok(!all.includes('label') && !all.includes('terms'), all.join());
    });
    it('keys of the file', async () => assert.deepEqual(await labels(`${LEXICON}gro|`), ['groups']));
    it('the first key of a new entry', async () =>
      assert.ok((await labels(LEXICON.replace('compositions:', '  - |\ncompositions:'))).includes('id')));
    it('categories', async () => {
      assert.deepEqual((await labels(LEXICON.replace('category: site', 'category: |'))).slice(0, 3), ['head', 'observation', 'site']);
      assert.ok((await labels(LEXICON.replace('category: site', 'category: he|'))).includes('heading'));
    });
    it('ids of sites, also the file’s own', async () => {
      const all = await labels(LEXICON.replace('sites: [rind]', 'sites: [rind, |]'));
      assert.ok(all.includes('rind') && all.includes('liver'));
      assert.ok(!all.includes('mass'));
    });
    it('ids by the words of their terms', async () =>
      assert.ok((await labels(LEXICON.replace('kind: fibroma', 'kind: compression|'))).includes('cord-compression')));
    it('observations and structures of a composition', async () => {
      assert.deepEqual(await labels(LEXICON.replace('compress,', 'compres|,')), ['compress']);
      assert.ok((await labels(LEXICON.replace('structure: rind', 'structure: |'))).includes('spinal-cord'));
    });
    it('attributes, modalities and tags', async () => {
      assert.ok((await labels(LEXICON.replace('sites: [rind]', 'frame: [|]'))).includes('levels'));
      assert.ok((await labels(LEXICON.replace('sites: [rind]', 'modalities: [|]'))).includes('MR'));
      assert.deepEqual(await labels(LEXICON.replace('sites: [rind]', 'codeSources: { snomed: | }')), ['A']);
      assert.ok((await labels(LEXICON.replace('sites: [rind]', 'codes: { | }'))).includes('snomed'));
    });
    it('nothing in words, comments and other places', async () => {
      assert.deepEqual(await labels(LEXICON.replace('label: mass', 'label: mas|')), []);
      assert.deepEqual(await labels(LEXICON.replace('terms:', 'terms: # a|')), []);
    });
    it('and write the key with its colon', async () => {
      const { file } = await opened(LEXICON.replace('compositions:', '  - id: zorb\n    lab|\ncompositions:'));
      const [item] = (await file.at<CompletionList>('completion')).items;
      assert.equal((item?.textEdit as { newText: string } | undefined)?.newText, 'label: ');
    });
  });

  it('explain keys and terms', async () => {
    const hover = async (marked: string): Promise<string> =>
      JSON.stringify((await (await opened(marked, { '.emh/rules/a.emhr': RULE })).file.at<Hover>('hover'))?.contents);
    assert.match(await hover(LEXICON.replace('synonyms: [g', 'syno|nyms: [g')), /Other words for the same/);
    assert.match(
      await hover(LEXICON.replace('id: mass', 'id: ma|ss')),
      /SNOMED CT.*Ships with the project, and is extended in line 6 of this file.*Used by \d+ rules/,
    );
    assert.match(await hover(LEXICON.replace('[rind]', '[ri|nd]')), /cortex rind.*Stands in line 5 of this file/);
    assert.match(await hover(LEXICON.replace('observation: comp', 'observation: com|p')), /compression.*Ships with the project/);
    assert.match(await hover(LEXICON.replace('label: fibroma', 'label: fib|roma')), /Used by 1 rule and 0 templates/);
  });

  it('lead from an id to its entry, of a site or of what ships', async () => {
    const { file } = await opened(LEXICON.replace('[rind]', '[ri|nd]'));
    assert.equal((await file.at<Location>('definition')).range.start.line, 4);
    const compress = await opened(LEXICON.replace('observation: comp', 'observation: com|p'));
    assert.match((await compress.file.at<Location>('definition')).uri, /^emh-lexicon:\/observation\/compress\.yaml/);
    const extended = await opened(LEXICON.replace('id: mass', 'id: ma|ss'));
    assert.match((await extended.file.at<Location>('definition')).uri, /^emh-lexicon:\/head\/mass\.yaml/);
  });

  it('lead from words of a report to the line of the entry', async () => {
    const { client, folder } = await opened(LEXICON);
    const uri = uriIn(folder, 'a.emh');
    await client.open(REPORT, 'emh', uri);
    const [place] = await client.at<Location[]>('typeDefinition', 1, 6, { textDocument: { uri } });
    assert.deepEqual([place?.uri, place?.range.start.line], [uriIn(folder, '.emh/lexicon/ours.yaml'), 3]);
  });

  it('have an outline, and mark the places of an id', async () => {
    const { file } = await opened(LEXICON.replace('id: rind', 'id: ri|nd'));
    const symbols = await file.ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['fibroma', 'finding'],
        ['rind', 'site'],
        ['mass', 'finding'],
      ],
    );
    assert.deepEqual(
      (await file.at<DocumentHighlight[]>('documentHighlight')).map(({ range, kind }) => [file.words(range), kind]),
      [
        ['4: rind', 2],
        ['5: rind', 3],
        ['8: rind', 2],
      ],
    );
  });

  it('offer what mends them', async () => {
    const { file } = await opened(LEXICON.replace('cortex rind', 'zorb foramen|'));
    const actions = await file.ask<CodeAction[]>('codeAction', { range: file.here, context: { diagnostics: [] } });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Add "zorb foramina"'],
    );
    const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.match(file.edited((change?.edits ?? []) as never), /label: zorb foramen, synonyms: \[zorb foramina\] \}/);
  });

  const FILES = {
    '.emh/rules/a.emhr': RULE,
    '.emh/templates/a.emht': TEMPLATE,
    'reports/a.emh': REPORT,
    '.emh/lexicon/z.yaml': 'version: 1\nterms:\n  - { id: zorb, category: head, label: zorb, kinds: [fibroma] }\n',
  };

  it('know where a term is used: lexicons, rules, templates, reports, open or not', async () => {
    const { file, client, folder, name } = await opened(LEXICON.replace('id: fibroma', 'id: fib|roma'), FILES);
    const uri = uriIn(folder, 'open.emh');
    await client.open('FINDINGS\nFibroma.\n', 'emh', uri);
    const all = await file.at<Location[]>('references', { context: { includeDeclaration: true } });
    assert.deepEqual(all.map(({ uri: own, range }) => `${name(own)} ${range.start.line + 1}:${range.start.character + 1}`).sort(), [
      '.emh/lexicon/ours.yaml 4:11',
      '.emh/lexicon/ours.yaml 8:53',
      '.emh/lexicon/z.yaml 3:54',
      '.emh/rules/a.emhr 3:6',
      '.emh/rules/a.emhr 4:8',
      '.emh/rules/a.emhr 7:6',
      '.emh/templates/a.emht 4:1',
      'open.emh 2:1',
      'reports/a.emh 2:23',
      'reports/a.emh 2:32',
      'reports/a.emh 2:5',
    ]);
    const words = await opened(LEXICON.replace('[fibrous lump', '[fibrous| lump'), FILES);
    assert.deepEqual(
      (await words.file.at<Location[]>('references', { context: { includeDeclaration: true } })).map(({ uri: own }) => words.name(own)),
      ['reports/a.emh'],
    );
  });

  /** The texts of the files after an edit, by name. */
  function after_(edit: WorkspaceEdit, name: (uri: string) => string, texts: Readonly<Record<string, string>>): Record<string, string> {
    const changed = (edit.documentChanges ?? []) as TextDocumentEdit[];
    return Object.fromEntries(
      changed.map(({ textDocument: { uri }, edits }) => {
        const own = name(uri);
        const document = new OpenDocument(uri, '', 1, texts[own] ?? '');
        return [own, new Marked(null as never, document, 0).edited(edits as never)];
      }),
    );
  }

  it('rename words wherever they are written, in their letter case and number', async () => {
    const { file, name } = await opened(LEXICON.replace('label: fibroma', 'label: fib|roma'), FILES);
    assert.deepEqual(await file.at('prepareRename'), {
      range: { start: { line: 3, character: 42 }, end: { line: 3, character: 49 } },
      placeholder: 'fibroma',
    });
    const edit = await file.at<WorkspaceEdit>('rename', { newName: 'zurb body' });
    const texts = after_(edit, name, { ...FILES, '.emh/lexicon/ours.yaml': LEXICON });
    assert.deepEqual(texts, {
      '.emh/lexicon/ours.yaml': LEXICON.replace('label: fibroma', 'label: zurb body'),
      '.emh/rules/a.emhr': RULE.replace('when fibroma', 'when zurb body')
        .replace('A fibroma', 'A zurb body')
        .replace('[Fibroma]', '[Zurb body]'),
      '.emh/templates/a.emht': TEMPLATE.replace('Fibroma of', 'Zurb body of'),
      'reports/a.emh': REPORT.replace('fibromas', 'zurb bodies').replace('FIBROMA', 'ZURB BODY'),
    });
    assert.deepEqual(edit.changeAnnotations, { reports: { label: 'Words of reports', needsConfirmation: true } });
  });

  it('rename an id in all lexicons of the site, and in them alone', async () => {
    const { file, name } = await opened(LEXICON.replace('id: fibroma', 'id: fib|roma'), FILES);
    const texts = after_(await file.at<WorkspaceEdit>('rename', { newName: 'zurb' }), name, {
      ...FILES,
      '.emh/lexicon/ours.yaml': LEXICON,
    });
    assert.deepEqual(texts, {
      '.emh/lexicon/ours.yaml': LEXICON.replace('id: fibroma', 'id: zurb').replace('kind: fibroma', 'kind: zurb'),
      '.emh/lexicon/z.yaml': FILES['.emh/lexicon/z.yaml'].replace('[fibroma]', '[zurb]'),
    });
  });

  it('rename nothing that ships, that is taken or that no report can match, and say why', async () => {
    const { file } = await opened(LEXICON.replace('id: mass', 'id: ma|ss'));
    assert.equal(await file.at('prepareRename'), null);
    await assert.rejects(file.at('rename', { newName: 'x' }), /ships with the project/);
    const words = await opened(LEXICON.replace('label: fibroma', 'label: fib|roma'));
    await assert.rejects(words.file.at('rename', { newName: 'cyst' }), /`cyst` \(finding, which ships\)/);
    await assert.rejects(words.file.at('rename', { newName: 'a (b)' }), /parts words/);
    await assert.rejects(words.file.at('rename', { newName: ' ' }), /not empty/);
    const id = await opened(LEXICON.replace('id: fibroma', 'id: fib|roma'));
    await assert.rejects(id.file.at('rename', { newName: 'mass' }), /another head mass/);
    await assert.rejects(id.file.at('rename', { newName: 'a b' }), /letters, digits and hyphens/);
  });

  it('work where the server has no files of its own', async () => {
    const client = await connected(VSCODE, { environment: shipped(setImmediate) });
    const root = 'vscode-vfs://host/repository';
    const uri = `${root}/.emh/lexicon/ours.yaml`;
    await client.connection.sendNotification(SITE_FILES, {
      files: [
        { path: uri, text: LEXICON },
        { path: `${root}/.emh/rules/a.emhr`, text: RULE },
      ],
    });
    await client.open(LEXICON.replace('label: mass', 'lable: mass'), 'yaml', uri);
    const report = await client.request<DocumentDiagnosticReport>('diagnostic', { textDocument: { uri } });
    assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'lexicon-shape'));
    let all: Location[] = [];
    while (all.length < 5)
      all = await client.at<Location[]>('references', 3, 12, { textDocument: { uri }, context: { includeDeclaration: true } });
    assert.ok(all.some((place) => place.uri.endsWith('a.emhr')));
  });
});
