const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const BE = words('is are was were');
/** Finite verbs of report prose that a clause may rest on. */
export const FINITE = words(
  'is are was were has have had shows show showed demonstrates demonstrate demonstrated reveals reveal measures measure measured appears appear appeared remains remain contains contain extends extend enhances enhance returns return compresses compress causes cause lies lie involves involve displaces displace narrows narrow indents indent abuts abut effaces efface ends terminates exhibits exhibit displays display',
);
/** A verb behind one of these is not the sentence's own. */
export const RELATIVE = words('which that who where whose');
export const SUBORDINATE = words('although though while whilst whereas if when whether because unless until once given');

/** Words that cannot end a sentence. */
export const NOT_LAST = words(
  'the a an this that these those its their his her and or nor but yet of in on at to from by with without within into onto for than as per via behind before after above below beneath under over along around between among across through throughout towards toward near beside besides against about up down off since until during despite except is are was were be been being am has have had do does did not no will would may might could should can must there which who where whose when while if because although whether both either neither each every all any some such very more most less much too only just also again now then mildly moderately severely slightly markedly minimally likely possibly probably approximately measuring causing showing versus vs compared prior half twice double all about',
);
/** `no longer`, `no change`: not the start of a statement that something is absent. */
export const AFTER_NO = words('longer more change changes further larger smaller greater different doubt interval one new better worse');
/** What may stand between `no` and its noun. */
export const NO_ADJECTIVES = words(
  'evidence evident of significant obvious definite focal abnormal other sign signs associated post contrast appreciable gross large visible convincing',
);
/** Prepositions of a phrase that may also begin the next sentence: `at D5 the cord is compressed`. */
export const FRONTABLE = words('at in on within over above below along behind');
/** Behind these a phrase of place belongs to what stands before it. */
export const LOCATED = words(
  'seen noted present identified visualised visualized located situated visible evident centred centered extends extend lies lie extending found compressed narrowed indented displaced effaced involved collapsed encased is are was were',
);
