import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { And, Comma, Dash, Intensity, Level, type Lexeme, NumberToken, retag, Sequence, Slash, To } from './tokens.ts';

/**
 * Bare `T1` and `T2` name a sequence or a vertebra. What surrounds them decides: a range or a level word makes them
 * vertebrae, a signal word or `on` makes them sequences. Retags the sequences; gives the spans that nothing decides.
 */
export function decideSequenceOrVertebra(tokens: Lexeme[], lexicon: Lexicon): Span[] {
  const undecided: Span[] = [];
  if (!tokens.some(isBare)) return undecided;
  const signalSpoken = tokens.some(
    (t) => t.tokenType === Intensity || SIGNAL.test(t.image) || t.payload?.senses.some((s) => s.term.category === 'enhancement'),
  );
  for (let i = 0; i < tokens.length; i++) {
    if (!isBare(tokens[i])) continue;
    const group = groupAt(tokens, i);
    const verdict = decide(tokens, group, signalSpoken);
    for (const t of tokens.slice(group.from, group.to + 1)) {
      if (!isBare(t)) continue;
      if (verdict === 'sequence') toSequence(t, lexicon);
      else if (verdict === 'undecided') undecided.push({ start: t.startOffset, end: t.startOffset + t.image.length });
    }
    i = group.to;
  }
  return undecided;
}

type Verdict = 'sequence' | 'vertebra' | 'undecided';

const SIGNAL = /^(signal|weighted|sequences?|images?|intensity)$/;
const SEQUENCE_AFTER =
  /^(weighted|w|wi|wis|sequences?|images?|imaging|signals?|signal intensity|intensity|fs|fat|tse|fse|se|gre|flair|stir|sagittal|axial|coronal|contrast|prolongation|shortening|relaxation|with fat|post|weighting|c|bright|dark|both)\b/;
const SEQUENCE_BEFORE = /(^|\s)(on|both|sagittal|axial|coronal|in|weighted|intensity|signal|heavily|and post)$/;
const VERTEBRA_AFTER =
  /^(vertebra|level|segment|body|bodies|spinous|lamina|pedicle|nerve|root|exiting|foram|disc|transverse|endplate|facet|rib|posterior|superior|inferior|compression|fracture|spinal|dermatome|wedge|collapse|costovertebral)/;
const VERTEBRA_BEFORE =
  /(^|\s)(at|from|between|levels?|vertebrae?|opposite|involving|of|below|above|beyond|around|behind|body|bodies|near|segments?|to|down to|up to|through)$/;

interface Group {
  readonly from: number;
  readonly to: number;
}

const isBare = (t: Lexeme | undefined): boolean => t !== undefined && t.tokenType === Level && (t.image === 't1' || t.image === 't2');
const isItem = (t: Lexeme | undefined): boolean => t !== undefined && (t.tokenType === Level || t.tokenType === Sequence);
const isJoiner = (t: Lexeme | undefined): boolean => t !== undefined && [And, Comma, Slash, Dash, To].includes(t.tokenType);

/** The list or range of levels and sequences around `i`. */
function groupAt(tokens: readonly Lexeme[], i: number): Group {
  let from = i;
  let to = i;
  while (!(tokens[from - 1]?.tokenType === Comma && isApart(tokens, from)) && isJoiner(tokens[from - 1]) && isItem(tokens[from - 2]))
    from -= 2;
  for (;;) {
    const joiner = tokens[to + 1];
    const next = tokens[to + 2];
    if (joiner?.tokenType === Comma && isApart(tokens, to + 2)) return { from, to };
    if (isJoiner(joiner) && isItem(next)) to += 2;
    else if (joiner?.tokenType === Comma && tokens[to + 2]?.tokenType === And && isItem(tokens[to + 3])) to += 3;
    else if (
      (joiner?.tokenType === Dash || joiner?.tokenType === Slash || joiner?.tokenType === To) &&
      next?.tokenType === NumberToken &&
      /^\d{1,2}$/.test(next.image)
    )
      to += 2;
    else return { from, to };
  }
}

/** Whether a list begins behind a comma, of which an intensity is said: `T8-T10, T1 hyperintense`, and where the order is none of levels `T8-T10, T1 and T2 hyperintense`. */
function isApart(tokens: readonly Lexeme[], i: number): boolean {
  if (!isBare(tokens[i])) return false;
  const isPair = (tokens[i + 1]?.tokenType === And || tokens[i + 1]?.tokenType === Slash) && isBare(tokens[i + 2]);
  if (tokens[i + (isPair ? 3 : 1)]?.tokenType !== Intensity) return false;
  return !isPair || isLower(tokens[i - 2]);
}

/** Whether a level, or the number that ends a range of them, lies below T2. */
const isLower = (t: Lexeme | undefined): boolean =>
  t?.tokenType === Level ? !/^(?:c\d+|[td][12])$/.test(t.image) : t?.tokenType === NumberToken && Number(t.image) > 2;

function decide(tokens: readonly Lexeme[], { from, to }: Group, signalSpoken: boolean): Verdict {
  const items = tokens.slice(from, to + 1);
  if (items.some((t) => t.tokenType === Sequence)) return 'sequence';
  let after = tokens[to + 1];
  if (after?.tokenType === Dash || after?.image === '(') after = tokens[to + 2];
  const before = tokens[from - 1];
  const next = after?.image ?? '';
  if (after?.tokenType === Intensity || SEQUENCE_AFTER.test(next) || /^(enhanc|hyper|hypo|iso)/.test(next)) {
    if (!items.some((t) => t.tokenType === Level && !isBare(t)) && !items.some((t) => t.tokenType === NumberToken)) return 'sequence';
  }
  if (items.some((t) => (t.tokenType === Level && !isBare(t)) || t.tokenType === NumberToken)) return 'vertebra';
  const words = `${tokens[from - 2]?.image ?? ''} ${before?.image ?? ''}`;
  if (after === tokens[to + 1] && isCordSignal(tokens, to + 1) && (before?.image === 'of' || !VERTEBRA_BEFORE.test(words)))
    return 'sequence';
  if (VERTEBRA_AFTER.test(next)) return 'vertebra';
  if (before?.tokenType === Intensity || SEQUENCE_BEFORE.test(words)) return 'sequence';
  if (VERTEBRA_BEFORE.test(words) || items.some((t) => t.tokenType === Dash || t.tokenType === To)) return 'vertebra';
  if (signalSpoken || (from === 0 && after === undefined)) return 'sequence';
  return 'undecided';
}

/** `T2 cord oedema`, `T2 cord signal`: what changes in the cord is signal, and signal is of a sequence. */
function isCordSignal(tokens: readonly Lexeme[], i: number): boolean {
  if (isOf(tokens[i], 'head', /^cord-signal-change$/)) return true;
  if (!isOf(tokens[i], 'site', /^(spinal-cord|conus|intramedullary)$/)) return false;
  const next = tokens[i + 1];
  return next?.tokenType === Intensity || SIGNAL.test(next?.image ?? '') || isOf(next, 'observation', /^(signal-abnormal|swell)$/);
}

const isOf = (t: Lexeme | undefined, category: string, ids: RegExp): boolean =>
  t?.payload?.senses.some((s) => s.term.category === category && ids.test(s.term.id)) ?? false;

function toSequence(t: Lexeme, lexicon: Lexicon): void {
  const term = lexicon.term(t.image.toUpperCase(), 'sequence');
  if (term === undefined) return;
  t.payload = { end: t.startOffset + t.image.length, senses: [{ term, form: null }] };
  retag(t, Sequence);
}
