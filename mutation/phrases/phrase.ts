/**
 * Something that a report may state, with sentences that all state the same of it. Slots: `{side}` left, right; `{sided}` left-sided;
 * `{grade}`; `{at}` from D3 to D8; `{L}` D3-D8; `{atc}` and `{C}` levels within these; `{discs}`; `{size}`; `{long}` one dimension;
 * `{before}` an earlier size, smaller than `{size}`; `{rib}`; `{dx}` in keeping with EMH; `{priorDate}`.
 */
export interface Thing {
  readonly id: string;
  /** Things of one group exclude each other. */
  readonly group?: string;
  /** Stated only beside one of these groups. */
  readonly beside?: string;
  /** What a structured report writes before the colon. */
  readonly topic: string;
  readonly body: readonly string[];
  /** In the style of a telegram. */
  readonly brief: readonly string[];
  readonly impression: readonly string[];
  /** The noun that a report denies where the thing is not there. */
  readonly deny?: string;
  /** Other sentences that say that it is not there. */
  readonly absent?: readonly string[];
  /** Stated in `share` of the reports. */
  readonly share: number;
  /** A mass that enhancement and signal can be said of. */
  readonly isMass?: true;
  /** An impression with it says that it was communicated. */
  readonly isCritical?: true;
  readonly grades?: readonly string[];
  readonly sides?: readonly string[];
  /** In cm: least and greatest of the first dimension. */
  readonly cm?: readonly [least: number, greatest: number];
  /** How many dimensions a size has. */
  readonly dimensions?: 1 | 2 | 3;
  /** It may be stated as possible, in both sections. */
  readonly canBePossible?: true;
}

/** An examination, and what its reports speak of. */
export interface ExamPhrases {
  readonly id: string;
  readonly titles: readonly string[];
  readonly techniques: readonly string[];
  readonly priors: readonly string[];
  readonly hasContrast: boolean;
  readonly things: readonly Thing[];
  /** Sentences on what is normal and on what no thing speaks of, by topic. */
  readonly normal: readonly { readonly topic: string; readonly words: readonly string[]; readonly sex?: 'female' | 'male' }[];
  /** What both sections deny in some reports where nothing of this id or group is there. */
  readonly denials: readonly {
    readonly topic: string;
    readonly unless: string;
    readonly body: readonly string[];
    readonly impression: readonly string[];
  }[];
  /** Sentences on masses: enhancement or signal. */
  readonly ofMasses: readonly string[];
  /** Nouns that may be denied in any report. */
  readonly deny: readonly string[];
}
