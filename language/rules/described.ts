import { spellingKey } from '../lexicon/spelling.ts';
import type { Finding } from '../meaning/finding.ts';
import { vertebraeOf } from '../meaning/notation.ts';
import type { Note } from '../meaning/note.ts';
import { fold } from '../text/fold.ts';
import type { PhraseReader } from './rule.ts';

/** What one statement describes: the stems of its words, and the sites that it does not call normal or deny something of. */
interface Described {
  readonly stems: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  /** Vertebrae that it names. */
  readonly levels: ReadonlySet<string>;
}

/** What the statements of a part of a report describe, denials and `normal` apart. */
export interface Description {
  /** Whether one statement uses every word of `words`, in any form. */
  uses(words: string): boolean;
  /**
   * Whether a statement speaks of such a site, at one of the levels where any are asked for, or uses a longer word of `words` that
   * the vocabulary lacks (`scaphoid`).
   */
  touches(words: string, levels: readonly string[], isSite: (site: string) => boolean): boolean;
}

/** Longest first, so that `tortuosity` and `tortuous` keep the same stem. */
const ENDING = /(?:ements?|ations?|osity|ular(?:ity)?|ence|ions?|ents?|ules?|ous|ing|ies|ed|es|ic|al|ar|s|y|e|a)$/;

const stemOf = (word: string): string => {
  const key = spellingKey(word);
  const stem = key.replace(ENDING, '');
  return stem.length < 3 ? key : stem;
};

const wordsIn = (text: string): string[] => fold(text).match(/[a-z]{4,}/g) ?? [];

/** The stems of the words of four letters and more. */
const stemsIn = (text: string): ReadonlySet<string> => new Set(wordsIn(text).map(stemOf));

const isSilent = (finding: Finding): boolean => finding.kind === 'normal' || finding.presence === 'absent';

/** What a statement describes; null where it only denies, or only says that all is normal. */
function describedIn(text: string, findings: readonly Finding[], structures: readonly Note[]): Described | null {
  const said = findings.length > 0 ? findings : structures;
  if (said.length > 0 && said.every(isSilent)) return null;
  const silent = new Set(findings.filter(isSilent).flatMap((finding) => finding.sites));
  const named = [...structures, ...findings].filter((each) => !isSilent(each));
  return {
    stems: stemsIn(text),
    sites: new Set(named.flatMap((each) => each.sites).filter((site) => !silent.has(site))),
    levels: new Set(named.flatMap((each) => vertebraeOf(each.levels, each.discs))),
  };
}

/** A statement with what was read in it. */
export interface Told {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly structures: readonly Note[];
}

/** Gathers what statements describe. Linear in their words. */
export function describe(told: readonly Told[], reader: PhraseReader): Description {
  const described = told.flatMap(({ text, findings, structures }) => describedIn(text, findings, structures) ?? []);
  const byStem = new Map<string, Described[]>();
  for (const each of described) {
    for (const stem of each.stems) {
      const same = byStem.get(stem);
      if (same) same.push(each);
      else byStem.set(stem, [each]);
    }
  }
  const sites = new Set(described.flatMap((each) => [...each.sites]));
  const isAtLevel = (levels: readonly string[], isSite: (site: string) => boolean): boolean =>
    described.some((each) => levels.some((level) => each.levels.has(level)) && [...each.sites].some(isSite));
  return {
    uses: (words) => {
      const stems = [...stemsIn(words)];
      const [rarest = []] = stems.map((stem) => byStem.get(stem) ?? []).sort((a, b) => a.length - b.length);
      return rarest.some((each) => stems.every((stem) => each.stems.has(stem)));
    },
    touches: (words, levels, isSite) =>
      ([...sites].some(isSite) && (levels.length === 0 || isAtLevel(levels, isSite))) ||
      wordsIn(words).some((word) => word.length > 5 && byStem.has(stemOf(word)) && !reader.knows(word)),
  };
}
