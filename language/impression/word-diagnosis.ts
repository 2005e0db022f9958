import type { Finding } from '../meaning/finding.ts';
import { fold } from '../text/fold.ts';
import { hedgeBefore } from './hedge.ts';
import type { Manner } from './wording.ts';
import { listed, wordsAt } from './words.ts';

/** `, in keeping with extramedullary haematopoiesis given thalassaemia`: as sure as the findings are, with the ground that they give; empty for none. */
export function diagnosisWords(f: Finding, manner: Manner): string {
  const { lexicon } = manner;
  const labels = f.suggests.flatMap((id) => lexicon.term(id, 'diagnosis')?.label ?? []);
  if (labels.length === 0) return '';
  const isDoubtful = f.certainty === 'possible';
  const hedge = isDoubtful ? (ownDoubt(f, manner) ?? 'possibly') : 'in keeping with';
  return `, ${hedge} ${isDoubtful ? labels.join(' or ') : listed(labels)}${groundOf(f, manner)}`;
}

/** The findings' own words of doubt, where they stand well behind a comma; `likely` for `favours`. */
function ownDoubt({ where: { suggests } }: Finding, { text, lexicon }: Manner): string | null {
  const hedge = suggests === undefined ? null : hedgeBefore(text, suggests.start, lexicon);
  const words = hedge === null ? '' : fold(wordsAt(text, hedge.range)).replace(/\s+/g, ' ');
  // RadLex has `favored` and `likely` under one term (RID33).
  if (/^favou?r/.test(words)) return 'likely';
  return /^((most )?likely|probably|possibly)$/.test(words) ? words : null;
}

/** `given the known thalassaemia`, where the findings go on so; never made up from the history. */
function groundOf({ where: { suggests } }: Finding, { text }: Manner): string {
  if (suggests === undefined) return '';
  const behind = /^,?\s+(given|in the setting of|in view of|in a patient with)\s+([^.,;:()\n]{3,60})(?=[.,;\n]|$)/i.exec(
    text.slice(suggests.end, suggests.end + 100),
  );
  return behind === null || CAUSES.test(behind[2] ?? '') ? '' : ` ${behind[1]?.toLowerCase()} ${behind[2]?.trim()}`;
}

/** What goes on to something else. */
const CAUSES = /\b(causing|with|and|but|which|resulting|compress\w*)\b/i;
