import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** The client's own words, English by English: what a translator starts from. `bundle.l10n.LANGUAGE.json` beside it is a translation. */
export const BUNDLE = 'client/l10n/bundle.l10n.json';

const CALL = /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g;

/** Text of the bundle: every `l10n.t('...')` of the client's sources, in the order of the alphabet. */
export function bundleText(): string {
  const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const words = sources.flatMap((name) => [...readFileSync(join(root, 'client', name), 'utf8').matchAll(CALL)].map(([, own = '']) => own));
  const unescaped = words.map((own) => own.replace(/\\(.)/g, '$1'));
  return `${JSON.stringify(Object.fromEntries([...new Set(unescaped)].sort().map((own) => [own, own])), null, 2)}\n`;
}
