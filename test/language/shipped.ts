import { createLanguage, type Language } from '../../language/language.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { packs, rules } from '../../packs/emh.ts';

/** The language as it ships; made once for all tests. */
export const shipped: Language = createLanguage({ packs, rules });

/**
 * A finding in one line, as tests write it: presence sign (none for present, `-` absent, `?` possible), kind, `@sites`, side
 * (`left>` for a dominant one), levels, discs in brackets, grade, size, signal, enhancement, shape, change.
 */
export function brief(f: Finding): string {
  const parts = [
    `${{ present: '', absent: '-', possible: '?' }[f.presence]}${f.kind}`,
    f.sites.length > 0 ? `@${[...f.sites].sort().join('+')}` : '',
    f.side === null ? '' : f.dominantSide === null ? f.side : `${f.side}(${f.dominantSide})`,
    span(f.levels),
    f.discs.map((d) => `[${d}]`).join(''),
    (f.severity ?? []).join('-'),
    f.sizeMm === null ? '' : `${f.sizeMm.join('x')}mm`,
    Object.entries(f.signal)
      .map(([s, { intensity, reference }]) => `${s}:${intensity.join('/')}${reference === null ? '' : `~${reference}`}`)
      .join(','),
    f.enhancement === null ? '' : `enh:${f.enhancement}`,
    f.morphology.join('+'),
    f.change === null ? '' : `(${f.change})`,
    f.suggests.length === 0 ? '' : `=${f.certainty === null ? '' : '?'}${f.suggests.join('+')}`,
  ];
  return parts.filter((p) => p !== '').join(' ');
}

const span = (levels: readonly string[]): string => (levels.length > 2 ? `${levels[0]}..${levels.at(-1)}` : levels.join(','));

/** All findings of a text, body first, in one line each. */
export const findingsOf = (text: string): string[] =>
  shipped.read(text).reports.flatMap((r) => [...r.findings, ...r.impression.flatMap((i) => i.findings)].map(brief));
