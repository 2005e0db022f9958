import { createLexicon } from '../../lexicon/create.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPackFile, type PackFile } from '../../lexicon/pack-file.ts';
import { isMap } from '../../lexicon/shape.ts';
import type { Source } from '../../text/source.ts';
import { type Entry, entriesOf } from './entries.ts';

/** What a lexicon file is read among. */
export interface Bench {
  /** All packs in force, in their order; the file itself may be among them as it was saved. */
  readonly packs: readonly unknown[];
  /** Rule files and templates, which may use its words. */
  readonly sources: readonly Source[];
}

/** One version of a lexicon file among the other packs. Immutable; its parts are made on first use. */
export interface LexiconReading {
  readonly pack: PackFile;
  readonly text: string;
  readonly entries: readonly Entry[];
  /** All packs, with this version of the file in its place. */
  readonly packs: readonly unknown[];
  readonly lexicon: Lexicon;
  /** Without this file: what its entries add to and override. */
  readonly others: Lexicon;
  readonly sources: readonly Source[];
}

/** Reads a lexicon file. Never throws. */
export function readLexiconFile(pack: PackFile, { packs: given, sources }: Bench): LexiconReading {
  const at = given.findIndex((other) => isSamePack(other, pack));
  const packs = at < 0 ? [...given, pack] : given.with(at, pack);
  const rest = at < 0 ? given : given.toSpliced(at, 1);
  const entries = lazy(() => entriesOf(pack));
  const lexicon = lazy(() => createLexicon(packs));
  const others = lazy(() => lexiconOf(rest));
  return {
    pack,
    text: pack.text,
    get entries() {
      return entries();
    },
    packs,
    get lexicon() {
      return lexicon();
    },
    get others() {
      return others();
    },
    sources,
  };
}

/**
 * A file that is among the packs already, or one of the project's own that ships under the same name: `lexicon/base.yaml` of the
 * repository is the pack `base` that ships.
 */
function isSamePack(other: unknown, { file, data }: PackFile): boolean {
  if (isPackFile(other)) return other.file === file;
  if (!isMap(other) || typeof other.file !== 'string') return false;
  return `/${file}`.endsWith(`/${other.file}`) && isMap(data) && data.pack === other.pack;
}

/** Made once for as long as one of its packs lives in the same order. */
const made = new WeakMap<object, { readonly packs: readonly unknown[]; readonly lexicon: Lexicon }>();

function lexiconOf(packs: readonly unknown[]): Lexicon {
  const key = packs.findLast((pack) => typeof pack === 'object' && pack !== null);
  const before = key ? made.get(key) : undefined;
  if (before?.packs.length === packs.length && before.packs.every((pack, i) => pack === packs[i])) return before.lexicon;
  const lexicon = createLexicon(packs);
  if (key) made.set(key, { packs, lexicon });
  return lexicon;
}

function lazy<T>(make: () => T): () => T {
  let value: { made: T } | null = null;
  return () => (value ??= { made: make() }).made;
}
