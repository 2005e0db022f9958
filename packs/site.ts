import { formatOptionsOf, LEVEL_DASHES, USUAL_FORMAT } from '../language/format/options.ts';
import type { Problem } from '../language/lexicon/lexicon.ts';
import type { PackFile } from '../language/lexicon/pack-file.ts';
import { choice, fields, flag, isMap, map, one, type Path, type Shape, text } from '../language/lexicon/shape.ts';
import type { Source } from '../language/text/source.ts';
import { NO_SETTINGS, type RuleSettings } from './rule-settings.ts';
import type { SiteFile } from './site-file.ts';
import { readYaml } from './yaml.ts';
import { readPackText } from './yaml-pack.ts';

/** What a site adds to the shipped language: its terms extend and override, its rules add, its settings count over a person's own. */
export interface Site extends RuleSettings {
  readonly packs: readonly PackFile[];
  readonly rules: readonly Source[];
  readonly templates: readonly Source[];
  /** Where its `config.json` sets something, to tell of what no rule has. */
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
  const templates: Source[] = [];
  let read: Config = { ...NO_SETTINGS, config: null, problems: [] };
  for (const { path, kind, text: own } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (kind === 'lexicon') packs.push(readPackText(path, own));
    else if (kind === 'rules') rules.push({ name: path, text: own });
    else if (kind === 'template') templates.push({ name: path, text: own });
    else read = readConfig(path, own);
  }
  return { packs, rules, templates, ...read };
}

type Config = RuleSettings & Pick<Site, 'config' | 'problems'>;

const SEVERITY = choice(['off', 'hint', 'info', 'warning', 'error']);
const NUMBER = one('a number', Number.isFinite);
const FORMAT = fields(
  { ...Object.fromEntries(Object.keys(USUAL_FORMAT).map((name) => [name, flag])), levelDash: choice(LEVEL_DASHES) },
  [],
);
const CONFIG = fields({ $schema: text(), severities: map(SEVERITY), parameters: map(NUMBER), format: FORMAT }, []);

const SEVERITIES_MEANT = 'What checks count as stands below `severities`: { "severities": { "level-drift": "off" } }.';

function readConfig(file: string, json: string): Config {
  const located = readYaml(json);
  const config = { file, lineOf: located.lineOf };
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    const line = located.problems[0]?.line ?? lineOfError(error, json);
    return { ...NO_SETTINGS, config, problems: [{ file, line, message: 'no valid JSON, so nothing of it is used.' }] };
  }
  const problems: Problem[] = [];
  CONFIG(data, [], (path, told) => {
    const message = path.join() === 'rules' && isMap(data) && !Object.hasOwn(data, 'severities') ? `${told} ${SEVERITIES_MEANT}` : told;
    problems.push({ file, line: located.lineOf(path), message: path.length === 0 ? message : `\`${path.join('.')}\` ${message}` });
  });
  const { severities, parameters, format } = isMap(data) ? data : {};
  return {
    severities: rightOnes<string>(severities, SEVERITY),
    parameters: rightOnes<number>(parameters, NUMBER),
    format: formatOptionsOf(format),
    config,
    problems,
  };
}

/** The entries of a map whose values have the shape; what is wrong with the others has been told. */
function rightOnes<T>(values: unknown, shape: Shape): Record<string, T> {
  const isRight = (value: unknown): value is T => {
    let right = true;
    shape(value, [], () => (right = false));
    return right;
  };
  const entries = Object.entries(isMap(values) ? values : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => isRight(entry[1])));
}

/** What YAML takes and JSON does not, such as a comma before a bracket: the engine says where, mostly. */
function lineOfError(error: unknown, json: string): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? 1 : json.slice(0, Number(position)).split('\n').length;
}
