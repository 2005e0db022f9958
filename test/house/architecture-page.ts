import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStarted, root } from '../../scripts/root.ts';
import { FOLDERS, type Folder } from './folders.ts';

const TOP = `# Architecture

Written from \`test/house/folders.ts\` by \`npm run generate\`; a test compares this page, every import and every
\`tsconfig.json\` with that table. Data flows one way:

\`\`\`
 text ──> language/syntax ──> language/meaning ──> language/rules ───────> diagnostics
          outline, tokens,      findings                 │
          grammar                  │                     │
             ▲                     └──> language/impression   match, word, sync
       language/lexicon
       trie, packs              server/ (LSP)      cli/ (emh)
                                   ▲
                                client/ (VS Code)
\`\`\`

- **One engine.** Editor and command line call the same functions and give the same answers for the same text.
- **Data before code.** A term is a line in \`lexicon/\`; a check is a file in \`rules/\` with its good and bad lines.
- **Pure and total.** Nothing in \`language/\` throws on input, reads a file or keeps state; any text parses to something, in linear time.
- **Positions never lie.** Offsets are UTF-16 code units of the original text; every attribute keeps the range that it came from.
- **A snapshot for each version.** Its parts are computed on first use and kept; there is no invalidation.

`;

/** The text of docs/architecture.md. */
export function architecturePage(): string {
  return `${TOP}${FOLDERS.map(section).join('\n')}`;
}

function section({ path, is, absent, imports, packages, node }: Folder): string {
  const lines = [`## \`${path}/\``, '', is, '', `- Deliberately absent: ${absent}`];
  if (imports !== null)
    lines.push(`- May import: ${[...imports.map(quoted), ...packages.map(quoted), ...(node ? ['Node'] : [])].join(', ') || 'nothing'}`);
  return `${lines.join('\n')}\n`;
}

const quoted = (name: string): string => `\`${name}\``;

if (isStarted(import.meta.filename)) writeFileSync(join(root, 'docs/architecture.md'), architecturePage());
