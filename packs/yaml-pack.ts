import type { PackFile } from '../language/lexicon/pack-file.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads a lexicon file (YAML) so that whatever is wrong with it can be told with its line. Never throws. Import this file only when
 * there is one to read: the YAML parser behind it costs more to load than the shipped language.
 */
export function readPackText(file: string, text: string): PackFile {
  const read = readYaml(text);
  return {
    file,
    text,
    data: read.data,
    get tree() {
      return read.tree;
    },
    lineOf: read.lineOf,
    problems: read.problems.map((problem) => ({ file, rule: 'lexicon-syntax', ...problem })),
  };
}
