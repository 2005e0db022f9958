import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { reportFiles } from '../../server/node/report-files.ts';
import { findSite } from '../../server/node/site-files.ts';
import { shipped } from '../../server/shipped.ts';
import { PULLING } from './client.ts';

/* A site with words of its own, and a client as VS Code is one. */
export const environment = shipped(setImmediate, { findSite, reportFiles });
export const VSCODE: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
  workspace: {
    ...PULLING.workspace,
    textDocumentContent: {},
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true }, resourceOperations: ['create'] },
  },
};

export const LEXICON = `version: 1
sources: { A: our list }
terms:
  - { id: fibroma, category: head, label: fibroma, synonyms: [fibrous lump], sites: [rind] }
  - { id: rind, category: site, label: cortex rind }
  - { id: mass, category: head, label: mass, synonyms: [gnarl] }
compositions:
  - { observation: compress, structure: rind, kind: fibroma }
`;
export const RULE = 'rule fibroma-rule\ntitle T\nwhen fibroma at L\nhint A fibroma.\nbecause B\ngood Mass.\nbad [Fibroma] at D5.\n';
export const TEMPLATE = 'Template: fibroma\nOwner: Us\nFINDINGS\nFibroma of [levels].\n[use fibroma]\n';
export const REPORT = 'FINDINGS\nTwo fibromas at D5. A FIBROMA. Fibrous lumps.\n';
