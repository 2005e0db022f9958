import { createLexicon } from '../../language/lexicon/create.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { packs } from '../../packs/emh.ts';

/** The lexicon as it ships; made once for these tests. */
export const lexicon: Lexicon = createLexicon(packs);
