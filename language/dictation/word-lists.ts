const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const DETERMINERS = words('the a an this that these those any each every no another its their his her our your my some');

/** No sentence, and no part of one, ends in these: what follows is a noun, not a mark. */
export const BEFORE_NOUN = words('the a an in of into within during throughout via');

/** A noun that says of what the period is; behind it `period` is a word. */
export const PERIOD_OF = words(
  'menstrual premenstrual incubation latent latency time grace waiting same neonatal gestational postpartum holding late early luteal follicular ovulatory fertile refractory latent prenatal antenatal perinatal postnatal',
);
/** `a three month period`: the unit stands in the singular; `for three months period` ends a sentence. */
export const TIME_UNITS = words('minute hour day week month year');
/** `in the follow-up period`: a period only where one of LASTING leads to it. */
export const PERIOD_KINDS = words(
  'follow-up followup up study observation treatment interval recovery monitoring trial intervening first second third short long brief perioperative postoperative reporting entire whole minutes hours days weeks months years transition',
);
export const LASTING = words('over during throughout within for in per after before');
/** `of note` begins a sentence; any other `period of` is a period. */
export const OF_NOTE = words('note importance interest significance concern');

/** What stands before the colon that is bowel. */
export const COLON_PARTS = words(
  'sigmoid rectosigmoid ascending descending transverse proximal distal mid right left entire whole large redundant normal visualised visualized visible remaining dilated collapsed prominent thickened adjacent abnormal upper lower iliac pelvic spastic distended decompressed of in within via through into from involving and or with ct near at to around along behind by on is are was cathartic lead pipe toxic',
);
/** What follows the colon that is bowel. */
export const COLON_NOUNS = words(
  'cancer carcinoma adenocarcinoma polyp polyps wall resection surgery mass masses loops loop diverticula diverticulum diverticulosis diverticulitis obstruction tumour tumor neoplasm lymphoma ca lesion perforation ischaemia ischemia interposition and or is are was were shows show appears appear demonstrates contains has without with at in of to by which that measures',
);
/** Before a list: `as follows colon`. */
export const LIST_LEADS = words('follows following include includes including are namely findings impression');

export const MONTHS = words('january february march april may june july august september october november december');
