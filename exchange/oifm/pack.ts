/** An entry of a lexicon pack, as it is written. */
export interface PackEntry {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
  readonly kinds?: readonly string[];
  readonly sites?: readonly string[];
  readonly codes?: Readonly<Record<string, string>>;
  readonly codeSources?: Readonly<Record<string, string>>;
  readonly definition?: string;
  readonly frame?: readonly string[];
  readonly modalities?: readonly string[];
  readonly rank?: number;
  readonly critical?: boolean;
  readonly asked?: readonly string[];
  readonly impression?: string;
}

/** A lexicon pack (YAML) of entries. `sources` says where the codes of each tag were read. */
export function packText(pack: string, remark: string, sources: Readonly<Record<string, string>>, entries: readonly PackEntry[]): string {
  const lines = [`# ${remark}`, 'version: 1', `pack: ${scalar(pack)}`, 'sources:'];
  for (const [tag, source] of Object.entries(sources)) lines.push(`  ${tag}: ${scalar(source)}`);
  lines.push('terms:');
  for (const entry of entries)
    Object.entries(entry)
      .filter(([, value]) => !isEmpty(value))
      .forEach(([key, value], i) => {
        lines.push(`  ${i === 0 ? '-' : ' '} ${key}: ${written(value)}`);
      });
  return `${lines.join('\n')}\n`;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${scalar(each)}`)
      .join(', ')} }`;
  return scalar(value);
}

/** Plain where YAML would read the same words back, else in quotes. */
function scalar(value: unknown): string {
  const words = String(value);
  if (typeof value !== 'string') return words;
  const isPlain =
    /^[A-Za-z][A-Za-z0-9 ()/'._-]*$/.test(words) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(words) && !words.endsWith(' ');
  return isPlain ? words : JSON.stringify(words);
}
