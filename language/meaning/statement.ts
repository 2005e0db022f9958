import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ParseStatement } from '../syntax/parse.ts';
import type { StatementTree } from '../syntax/tree.ts';
import { fitted } from '../text/fitted.ts';
import { keep } from '../text/kept.ts';
import type { Span } from '../text/span.ts';
import { attach } from './attach.ts';
import { clauseAround, clauseStarts } from './clauses.ts';
import { composeMentions } from './compose.ts';
import { type Cues, readCues } from './cues.ts';
import { inheritPlaces } from './inherit.ts';
import { type Loose, readLoose } from './loose.ts';
import { type Made, newMade } from './made.ts';
import { type Mention, mark, NO_SIGNAL, settle } from './mention.ts';
import { is, isMark, isWord, type Node, nodesOf, termOf } from './node.ts';
import { type LevelTrouble, readLevels } from './read-levels.ts';
import { relate } from './relate.ts';
import { splitGradedSides } from './split-graded-sides.ts';
import { splitGrades } from './split-grades.ts';
import { splitLevelledSides } from './split-levelled-sides.ts';
import { splitSides } from './split-sides.ts';

/** What one statement says by itself. Spans count from its start; it is shared by all statements of the same words. */
export interface StatementMeaning {
  /** Its words as written. */
  readonly text: string;
  /** Bare `T1`/`T2` in it that nothing decides. */
  readonly ambiguous: StatementTree['ambiguous'];
  readonly nodes: readonly Node[];
  /** Where its clauses begin, and what the cues say of each node. */
  readonly starts: readonly number[];
  readonly cues: Cues;
  readonly mentions: readonly Mention[];
  /** Diagnoses that are said of what was found, here or before. */
  readonly diagnoses: readonly {
    readonly id: string;
    readonly certainty: 'possible' | null;
    readonly span: Span;
    readonly of: Mention | null;
    readonly sites: boolean;
    /** Shape and activity said of it: `burnt-out EMH`. */
    readonly morphology: readonly string[];
    /** The mention to make a finding of where there is no mass to explain; null for what merely explains. */
    readonly named: Mention | null;
  }[];
  /** Attributes said of something that stands before; null where there are none. */
  readonly loose: Loose | null;
  readonly trouble: readonly LevelTrouble[];
  readonly made: Made;
}

/** Reads a statement under a topic's sites; kept by its words, so that a repeated sentence costs a look-up. */
export type ReadStatement = (text: string, topicSites: readonly string[]) => StatementMeaning;

export function createStatementReader(parse: ParseStatement, lexicon: Lexicon, mostKept = MOST_KEPT): ReadStatement {
  const kept = keep(mostKept, (key) => {
    const [text, topicSites] = ofKey(key);
    return readStatement(text, parse(text), topicSites, lexicon);
  });
  return (text, topicSites) => kept(keyOf(text, topicSites));
}

/** The words themselves under no topic, so that nothing is made to find them; else with the topic's sites, on two lines before them. */
const keyOf = (text: string, topicSites: readonly string[]): string =>
  topicSites.length === 0 && !text.startsWith('\n') ? text : `\n${topicSites.join(' ')}\n${text}`;

function ofKey(key: string): [text: string, topicSites: readonly string[]] {
  if (!key.startsWith('\n')) return [key, []];
  const end = key.indexOf('\n', 1);
  return [
    key.slice(end + 1),
    key
      .slice(1, end)
      .split(' ')
      .filter((site) => site !== ''),
  ];
}

const MOST_KEPT = 20_000;

function readStatement(text: string, tree: StatementTree, topicSites: readonly string[], lexicon: Lexicon): StatementMeaning {
  const nodes = nodesOf(tree);
  const starts = clauseStarts(nodes);
  const cues = readCues(nodes, starts);
  const composed = composeMentions(nodes, starts, topicSites, lexicon);
  const attached = attach(nodes, starts, composed, cues, lexicon);
  const { loose } = attached;
  const mentions = attached.mentions
    .flatMap((m) => splitSides(m, nodes, lexicon))
    .flatMap((m) => splitGradedSides(m, nodes))
    .flatMap((m) => splitLevelledSides(m, nodes))
    .flatMap((m) => splitGrades(m, nodes));
  const kept = mentions.filter((m) => m.role !== 'diagnosis' && setPresence(m, cues, nodes));
  relate(nodes, starts, kept);
  inheritPlaces(nodes, kept, lexicon);
  for (const m of mentions) settle(m);
  const trouble = nodes.flatMap((n) => (n.phrase.type === 'levels' ? readLevels(n.phrase.parts, besideDisc(nodes, n.i)).trouble : []));
  return {
    text,
    ambiguous: fitted(tree.ambiguous),
    nodes,
    starts: starts.length === 1 ? ONE_CLAUSE : starts,
    cues,
    mentions: fitted(kept.filter((m) => !isDiagnosisOnly(m, nodes, cues, kept))),
    diagnoses: fitted(readDiagnoses(mentions, kept, nodes, starts, cues)),
    loose: readLoose(nodes, loose, cues),
    trouble: fitted(trouble),
    made: newMade(),
  };
}

const ONE_CLAUSE: readonly number[] = [0];
const besideDisc = (nodes: readonly Node[], i: number): boolean =>
  [nodes[i - 1], nodes[i + 1], nodes[i + 2]].some((n) => termOf(n, 'word')?.value === 'disc' || termOf(n, 'site')?.id === 'disc');

/** Presence by the cues over the mention; false for what is of the past, another's or only asked. */
function setPresence(m: Mention, cues: Cues, nodes: readonly Node[]): boolean {
  if (cues.notNew[m.at]) return false;
  if (cues.apart[m.at] && m.change !== 'resolved' && !(m.change !== null && m.change !== 'new')) return false;
  const negated = cues.negated[m.at] ?? null;
  const possible = cues.possible[m.at] ?? null;
  if (m.role === 'normal') return negated === null;
  if (m.change === 'resolved') m.presence = 'absent';
  else if (negated !== null) {
    m.presence = 'absent';
    m.limited = isLimited(nodes, negated, m);
    mark(m, 'presence', negated);
    m.signal = NO_SIGNAL;
  } else if (possible !== null) {
    m.presence = 'possible';
    mark(m, 'presence', possible);
  }
  return nodes.length > 0;
}

/** `no acute fracture`, `no severe stenosis`, `no other mass`: a word that picks out what is denied. */
function isLimited(nodes: readonly Node[], cue: Span, m: Mention): boolean {
  const between = nodes.filter((n) => n.span.start >= cue.end && n.i < Math.max(m.at, m.to));
  const own = between.slice(between.findLastIndex((n) => n.text === ',' || n.text === 'or' || n.text === 'and') + 1);
  return own.some((n) => n.type === 'severities' || LIMITING.test(n.text) || termOf(n, 'change') !== undefined);
}

const LIMITING =
  /^(acute|focal|large|big|bulky|significant|suspicious|definite|obvious|gross|displaced|new|other|additional|further|developing|overt|convincing|discrete|dominant|aggressive|visible|evident|pathological|pathologic|free|layering|sizeable|sizable|worrisome|concerning|high|frank|clear|noncalcified|active|specific|separate|residual|recurrent|progressive|remaining|flow-limiting|limiting|obstructive)$/;

/** EMH named as the explanation of what was found, not as the thing seen. */
function isDiagnosisOnly(m: Mention, nodes: readonly Node[], cues: Cues, all: readonly Mention[]): boolean {
  const id = termOf(nodes[m.at], 'diagnosis')?.id;
  // A metastasis is a mass, and what another may be.
  if (id === undefined || !(id === m.kind || m.kind === 'mass') || m.presence === 'absent') return false;
  const masses = all.some((o) => o !== m && o.kind === 'mass');
  const isListed = m.sites.length + m.levels.length === 0 && nodes.slice(0, m.at).some((n) => /^(differentials?|ddx?)\b/.test(n.text));
  if (m.kind !== 'emh') return isListed || (masses && isExplained(nodes, m.at));
  if (isExplained(nodes, m.at)) return masses || (m.sites.length === 0 && m.levels.length === 0);
  if (m.sites.length > 0 || m.levels.length > 0) return false;
  return m.presence === 'present' || all.some((o) => o !== m && o.kind === 'mass') || cues.possible[m.at] !== null;
}

/** Behind `consistent with`, `likely`, `histology:`. */
function isExplained(nodes: readonly Node[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 7; i--) {
    const node = nodes[i] as Node;
    if (termOf(node, 'certainty') !== undefined || PROOF.test(node.text)) return true;
    if (termOf(node, 'head') !== undefined && termOf(node, 'diagnosis') === undefined) return false;
  }
  return false;
}

const PROOF = /^(histology|histopathology|pathology|biopsy|specimen|cytology|fnac|hpe|diagnosis)/;

/** Where a list of diagnoses that `at` ends begins: of `over neurogenic tumour or lymphoma` the tumour. */
function listBefore(nodes: readonly Node[], at: number): number {
  let from = at;
  while (from > 1 && is(nodes[from - 1], 'conjunction', 'or') && is(nodes[from - 2], 'diagnosis')) from -= 2;
  return from;
}

/** `neurogenic tumour less likely`, `EMH over lymphoma`: weighed, and not what the report takes it for. */
const isPassedOver = (nodes: readonly Node[], at: number): boolean => {
  const [first, second, third] = [1, 2, 3].map((d) => nodes[at + d]?.text ?? '');
  const behind = `${first} ${second} ${third}`;
  return (
    /^(?:(?:is|are|was|were|seems?|being) )?less (?:likely|probabl[ey])\b/.test(behind) ||
    /^(over|rather than)$/.test(nodes[listBefore(nodes, at) - 1]?.text ?? '')
  );
};

/** `EMH or lymphoma`, `myelolipoma / EMH`, `infarcts or EMH`: one of two, so that neither is sure. */
function isAlternative(nodes: readonly Node[], at: number): boolean {
  const isOr = (n: Node | undefined): boolean => is(n, 'conjunction', 'or') || isMark(n, '/');
  const isOther = (n: Node | undefined): boolean => is(n, 'diagnosis') || is(n, 'head') || is(n, 'observation') || isWord(n);
  return (isOr(nodes[at - 1]) && isOther(nodes[at - 2])) || (isOr(nodes[at + 1]) && isOther(nodes[at + 2]));
}

function readDiagnoses(
  mentions: readonly Mention[],
  kept: readonly Mention[],
  nodes: readonly Node[],
  starts: readonly number[],
  cues: Cues,
): StatementMeaning['diagnoses'] {
  return mentions
    .filter(
      (m) =>
        termOf(nodes[m.at], 'diagnosis') !== undefined &&
        cues.negated[m.at] === null &&
        !cues.apart[m.at] &&
        !isPassedOver(nodes, m.at) &&
        (m.role === 'diagnosis' || isDiagnosisOnly(m, nodes, cues, kept)),
    )
    .map((m) => {
      const clause = clauseAround(starts, m.at, nodes.length);
      const masses = kept.filter((o) => o !== m && o.kind === 'mass' && o.presence !== 'absent');
      const of = masses.filter((o) => o.at < m.at).at(-1) ?? masses.find((o) => o.at >= clause.start) ?? null;
      return {
        id: termOf(nodes[m.at], 'diagnosis')?.id ?? m.kind,
        certainty: cues.possible[m.at] === null && !isAlternative(nodes, m.at) ? null : ('possible' as const),
        span: nodes[m.at]?.span as Span,
        of,
        sites: m.sites.length > 0,
        morphology: m.morphology,
        named: m.kind === 'emh' && m.role === 'head' && !isExplained(nodes, m.at) ? m : null,
      };
    });
}
