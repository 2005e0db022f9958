import { hash } from 'node:crypto';
import { isPackFile } from '../../language/lexicon/pack-file.ts';
import type { Additions, LanguageFor } from '../language.ts';
import { TOOL } from '../version.ts';

/** What tells one answer from another: the same stamp always stands beside the same answer. */
export interface Stamp {
  /** Program and version. */
  readonly tool: string;
  /** Of terms, rules, templates and settings, shipped or the site's: 16 hexadecimal digits. */
  readonly rules: string;
  /** Of both and the text: a SHA-256 in hexadecimal digits. */
  readonly key: string;
}

/** Makes stamps of texts that one language checks. */
export interface Stamper {
  readonly of: Omit<Stamp, 'key'>;
  stamp(text: string): Stamp;
}

export async function stamperFor(languageFor: LanguageFor, path: string | null): Promise<Stamper> {
  const of = { tool: TOOL, rules: await rulesVersion(await languageFor.additions(path)) };
  return { of, stamp: (text) => ({ ...of, key: hash('sha256', `${of.tool}\u0000${of.rules}\u0000${text}`) }) };
}

/** Of contents alone: the same wherever the files lie. */
async function rulesVersion({ site, packs, rules }: Additions): Promise<string> {
  const shipped = await import('../../packs/emh.ts');
  const texts = (files: readonly { readonly text: string }[] = []): string[] => files.map(({ text }) => text);
  const datas = (files: readonly unknown[] = []): unknown[] => files.map((file) => (isPackFile(file) ? file.data : file));
  const all = [
    shipped.packs,
    texts(rules ?? shipped.rules),
    texts(shipped.templates),
    datas(site?.packs),
    texts(site?.rules),
    texts(site?.templates),
    [site?.severities, site?.parameters],
    datas(packs),
  ];
  return hash('sha256', JSON.stringify(all)).slice(0, 16);
}
