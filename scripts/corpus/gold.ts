import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A finding as a person read it out of a text; what the text does not say is left out. */
export interface Gold {
  readonly kind: string;
  readonly presence: string;
  readonly sites?: readonly string[];
  readonly side?: string;
  readonly levels?: readonly string[];
  readonly discs?: readonly string[];
  readonly severity?: readonly string[];
  readonly sizeMm?: readonly number[];
  readonly signal?: Readonly<Record<string, readonly string[]>>;
  readonly enhancement?: string;
  readonly suggests?: readonly string[];
}

/** A text of a corpus; `gold` is null where no JSON file with findings stands beside it. */
export interface CorpusText {
  /** Its path in the corpus, without the ending. */
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Gold[] | null;
}

const TEXT = /\.(txt|emh)$/i;

/** All texts of a folder (or the one file), in the order of their names. Throws where a gold file is no JSON. */
export function readCorpus(path: string): CorpusText[] {
  if (!statSync(path).isDirectory()) return [readText(path, path)];
  const names = readdirSync(path, { recursive: true })
    .map(String)
    .filter((name) => TEXT.test(name))
    .sort();
  return names.map((name) => readText(join(path, name), name));
}

function readText(path: string, name: string): CorpusText {
  const goldPath = path.replace(TEXT, '.json');
  return {
    name: name.replace(TEXT, ''),
    text: readFileSync(path, 'utf8').replace(/^\ufeff/, ''),
    gold: goldPath !== path && existsSync(goldPath) ? readGold(goldPath) : null,
  };
}

function readGold(path: string): readonly Gold[] | null {
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof data === 'object' && data !== null && 'findings' in data && Array.isArray(data.findings)
      ? (data.findings as Gold[])
      : null;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
