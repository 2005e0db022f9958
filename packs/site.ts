import type { Problem } from '../language/lexicon/lexicon.ts';
import type { PackFile } from '../language/lexicon/pack-file.ts';
import { choice, fields, map, type Path, text } from '../language/lexicon/shape.ts';
import type { Source } from '../language/text/source.ts';
import type { SiteFile } from './site-file.ts';
import { readYaml } from './yaml.ts';
import { readPackText } from './yaml-pack.ts';

/** What a site adds to the shipped language: its terms extend and override, its rules add, its severities count over a person's own. */
export interface Site {
  readonly packs: readonly PackFile[];
  readonly rules: readonly Source[];
  readonly severities: Readonly<Record<string, string>>;
  /** Where its `config.json` sets a severity, to tell of one for a rule that does not exist. */
  readonly config: { readonly file: string; lineOf(path: Path): number } | null;
  /** Of `config.json`; those of packs and rules come with the language made of them. */
  readonly problems: readonly Problem[];
}

/**
 * Sorts out the files of one `.emh` folder, in the order of their paths. What is wrong with `config.json` becomes problems and the
 * rest of it is used. Import this file only when there is a site: the YAML parser comes with it.
 */
export function readSite(files: readonly SiteFile[]): Site {
  const packs: PackFile[] = [];
  const rules: Source[] = [];
  let read: Pick<Site, 'severities' | 'config' | 'problems'> = { severities: {}, config: null, problems: [] };
  for (const { path, kind, text: own } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (kind === 'lexicon') packs.push(readPackText(path, own));
    else if (kind === 'rules') rules.push({ name: path, text: own });
    else read = readConfig(path, own);
  }
  return { packs, rules, ...read };
}

const SEVERITY = choice(['off', 'hint', 'info', 'warning', 'error']);
const CONFIG = fields({ $schema: text(), severities: map(SEVERITY) }, []);

function readConfig(file: string, json: string): Pick<Site, 'severities' | 'config' | 'problems'> {
  const located = readYaml(json);
  const config = { file, lineOf: located.lineOf };
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    const line = located.problems[0]?.line ?? lineOfError(error, json);
    return { severities: {}, config, problems: [{ file, line, message: 'no valid JSON, so nothing of it is used.' }] };
  }
  const problems: Problem[] = [];
  CONFIG(data, [], (path, message) => {
    problems.push({ file, line: located.lineOf(path), message: path.length === 0 ? message : `\`${path.join('.')}\` ${message}` });
  });
  const severities = data !== null && typeof data === 'object' && 'severities' in data ? data.severities : {};
  const right = Object.entries(severities ?? {}).filter((entry): entry is [string, string] => {
    let isRight = true;
    SEVERITY(entry[1], [], () => (isRight = false));
    return isRight;
  });
  return { severities: Object.fromEntries(right), config, problems };
}

/** What YAML takes and JSON does not, such as a comma before a bracket: the engine says where, mostly. */
function lineOfError(error: unknown, json: string): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? 1 : json.slice(0, Number(position)).split('\n').length;
}

/** Severities for rules that do not exist: a slip that would otherwise go unseen. */
export function unknownRules({ severities, config }: Site, rules: readonly { readonly id: string }[]): Problem[] {
  const known = new Set(rules.map(({ id }) => id));
  return Object.keys(severities)
    .filter((id) => !known.has(id))
    .map((id) => ({
      file: config?.file ?? '',
      line: config?.lineOf(['severities', id]) ?? 0,
      message: `\`severities.${id}\` is the id of no rule; emh rules list names them all.`,
    }));
}
