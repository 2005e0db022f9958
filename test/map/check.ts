import { createLanguage } from '../../language/language.ts';
import { type SpineMap, spineMap } from '../../language/map/spine-map.ts';
import { packs, rules } from '../../packs/emh.ts';

export const language = createLanguage({ packs, rules });

/** The map of the first report of a text. */
export function mapOf(text: string, kind: 'standalone' | 'themed' = 'standalone', shape: 'wide' | 'tall' = 'wide'): SpineMap {
  const map = spineMap(language.read(text), 0, language.lexicon, { kind, shape });
  if (map === null) throw new Error('no report');
  return map;
}

/** The map of a findings section, and of an impression where one is given. */
export const mapOfFindings = (findings: string, impression = ''): SpineMap =>
  mapOf(`Exam: MRI dorsal spine\n\nFINDINGS\n${findings}\n${impression === '' ? '' : `\nIMPRESSION\n${impression}\n`}`);

/** The elements of findings, each with its id and its markup, in the order of the picture. */
export function findingsIn(svg: string): { readonly id: string; readonly markup: string; readonly kind: string }[] {
  const parts = svg.split('<g class="finding ').slice(1);
  return parts.map((part) => ({
    id: /data-finding="([^"]*)"/.exec(part)?.[1] ?? '',
    kind: part.slice(0, part.indexOf('"')),
    markup: part.split(/<g class="(?:legend|names)/)[0] ?? '',
  }));
}

/** What well-formed XML must be, as far as a document without DTD, comments and CDATA goes. Gives the names of its elements; throws. */
export function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)>/g)) {
    const between = xml.slice(at, match.index);
    if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(between)) throw new Error(`not well formed: ${between}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(match[0] + between) || !(match[0] + between).isWellFormed())
      throw new Error('no XML character');
    at = match.index + match[0].length;
    const [, slash, name = ''] = match;
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`${name} is closed where it is not open`);
    } else {
      open.push(name);
      names.push(name);
    }
  }
  if (open.length > 0 || xml.slice(at).trim() !== '') throw new Error(`left open: ${open.join()}`);
  return names;
}
