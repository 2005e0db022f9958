import { type Bench, type LexiconReading, readLexiconFile } from '../../../language/authoring/vocabulary/reading.ts';
import type { PackFile } from '../../../language/lexicon/pack-file.ts';
import { packs, rules, templates } from '../../../packs/emh.ts';
import { readPackText } from '../../../packs/yaml-pack.ts';

export const FILE = '/x/.emh/lexicon/ours.yaml';
export const parse = (text: string, file = FILE): PackFile => readPackText(file, text);

/** The shipped packs, rules and templates, with more packs on top. */
export const benchWith = (...more: readonly PackFile[]): Bench => ({ packs: [...packs, ...more], sources: [...rules, ...templates] });

/** A site's lexicon file on top of what ships. */
export const readSite = (text: string, bench = benchWith()): LexiconReading => readLexiconFile(parse(text), bench);

/** A file with these entries, one a line. */
export const entries = (...lines: readonly string[]): string =>
  `version: 1\nsources: { A: our list }\nterms:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
