import type { Finding } from '../meaning/finding.ts';
import { vertebraeOf } from '../meaning/notation.ts';
import type { Report } from '../meaning/report.ts';
import { fold } from '../text/fold.ts';
import { bodyFindings } from './match.ts';

/** An item that calls a structure normal, and a finding that says otherwise. */
export interface CalledNormal {
  readonly attribute: 'presence';
  readonly item: number;
  readonly stated: Finding;
  readonly body: Finding;
}

/** What is not normal where a thing of this kind is there, and of which traits of it that is said. */
const ABNORMAL: readonly { readonly site: string; readonly kind: string; readonly traits: RegExp; readonly named?: RegExp }[] = [
  { site: 'spinal-cord', kind: 'cord-signal-change', traits: /\b(signal|intensity)\b/ },
  { site: 'spinal-cord', kind: 'cord-compression', traits: /\b(calib(re|er)|shape|outline)\b/ },
  { site: 'spinal-canal', kind: 'canal-narrowing', traits: /\b(calib(re|er)|width|diameter|size)\b/ },
  { site: 'neural-foramen', kind: 'foraminal-narrowing', traits: /\b(calib(re|er)|width|size)\b/ },
  { site: 'spleen', kind: 'splenomegaly', traits: /\b(size|span)\b/ },
  { site: 'liver', kind: 'hepatomegaly', traits: /\b(size|span)\b/ },
  { site: 'heart', kind: 'cardiomegaly', traits: /\bsize\b/, named: /\b(heart|cardiac silhouette)\b/ },
];

const TRAITS =
  /\b(signal|intensity|calib(re|er)|shape|outline|width|diameter|size|span|contours?|echo\w*|texture|attenuation|density|enhancement|position|alignment|course|flow)\b/;
const REST = /\b(otherwise|remaining|remainder|rest|elsewhere|other|above|below|visuali[sz]ed portions?)\b/;

/** Where the impression calls normal what the findings do not: which of the two is right, a person decides. */
export function calledNormal(report: Report): CalledNormal[] {
  const normal = report.impression.flatMap(({ item, findings }) =>
    findings.filter((f) => f.kind === 'normal').map((stated) => ({ item, stated })),
  );
  if (normal.length === 0) return [];
  const body = bodyFindings(report).filter((f) => f.presence === 'present');
  return normal.flatMap(({ item, stated }) => {
    const words = fold(report.outline.statements[stated.statement]?.text ?? stated.text);
    if (REST.test(words)) return [];
    const levels = vertebraeOf(stated.levels, stated.discs);
    return ABNORMAL.filter(
      ({ site, traits, named }) =>
        stated.sites.includes(site) && (named?.test(words) ?? true) && (traits.test(words) || !TRAITS.test(words)),
    ).flatMap(({ kind }) =>
      body.flatMap((f): CalledNormal[] => {
        const there = vertebraeOf(f.levels, f.discs);
        const isElsewhere =
          (levels.length > 0 && there.length > 0 && !levels.some((level) => there.includes(level))) ||
          (stated.side !== null && f.side !== null && stated.side !== f.side && stated.side !== 'bilateral' && f.side !== 'bilateral');
        return f.kind === kind && !isElsewhere ? [{ attribute: 'presence', item, stated, body: f }] : [];
      }),
    );
  });
}
