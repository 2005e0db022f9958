import assert from 'node:assert/strict';
import { OpenDocument } from '../../server/document.ts';
import { type DocumentKind, kindOf } from '../../server/document-kind.ts';

const KINDS: readonly (readonly [uri: string, languageId: string, text: string, kind: DocumentKind])[] = [
  ['file:///a/a.emh', 'emh', '', 'report'],
  ['file:///a/a.emh', 'emht', '', 'template'],
  ['file:///a/a.emh', 'emhr', '', 'rules'],
  ['file:///a/a.EMHT', 'emh', '', 'template'],
  ['file:///a/a.emhr', 'emh', '', 'rules'],
  ['file:///a/a.emh', 'yaml', '', 'other'],
  ['file:///a/lexicon/a.yaml', 'emh', '', 'other'],
  ['file:///a/lexicon/a.yaml', 'emh', 'version: 1\nterms:\n', 'lexicon'],
  ['file:///a/.emh/lexicon/a.yaml', 'emh', '', 'lexicon'],
];

describe('what a document holds', () => {
  it('is told by its name, its language and its words, whatever was asked of before', () => {
    for (const first of KINDS)
      for (const second of KINDS)
        for (const [uri, languageId, text, kind] of [first, second, first])
          assert.equal(kindOf(new OpenDocument(uri, languageId, 1, text)), kind, `${uri} ${languageId}`);
  });
});
