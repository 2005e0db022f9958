import type { Finding } from './finding.ts';

/**
 * `No definite cord compression`: denied, with a doubt. It contradicts a thing that is stated as certain, and nothing that is called
 * possible; `no acute fracture` denies only of a kind, and contradicts nothing.
 */
export const isDoubtfulDenial = ({ presence, limited, text }: Finding): boolean =>
  presence === 'absent' && limited && SURE.test(text) && !OTHER.test(text);

const SURE =
  /\bno (?:(?:evidence|signs?) (?:of|for) )?(?:(?:a|any) )?(?:definite|definitive|convincing|obvious|frank|clear|unequivocal|overt)\b/i;

/** Words that pick out a kind. */
const OTHER =
  /\b(acute|focal|large|big|bulky|significant|displaced|new|other|additional|further|severe|moderate|mild|residual|recurrent|active|free)\b/i;
