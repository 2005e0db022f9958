import type { Snapshot } from './language.ts';
import type { Finding } from './meaning/finding.ts';
import type { Diagnostic } from './text/diagnostic.ts';

/** Version of the JSON contract (docs: the report language, section 3). */
export const CONTRACT_VERSION = 1;

/** A snapshot as the public JSON contract: plain data, the same for the same text. */
export function toContract(snapshot: Snapshot): object {
  const diagnostics = byReport(snapshot);
  return {
    version: CONTRACT_VERSION,
    reports: snapshot.reports.map((report, r) => {
      const all = new Map([...report.findings, ...report.impression.flatMap((i) => i.findings)].map((f) => [f.id, f]));
      const links = snapshot.links[r] ?? [];
      return {
        exam: { modality: report.exam.modality, regions: report.exam.regions, contrast: report.exam.contrast },
        findings: report.findings.map((f) => plain(f, all)),
        impression: report.impression.map((item) => ({
          item: item.item,
          text: item.text,
          range: item.range,
          findings: item.findings.map((f) => plain(f, all)),
          supportedBy: [...new Set(links.filter((l) => l.item === item.item).flatMap((l) => l.support.map((s) => s.id)))],
        })),
        diagnostics: diagnostics[r] ?? [],
      };
    }),
  };
}

/** Diagnostics of each report; both come in the order of the text. */
function byReport(snapshot: Snapshot): Diagnostic[][] {
  let next = 0;
  return snapshot.reports.map((_, r) => {
    const end = snapshot.reports[r + 1]?.range.start ?? Number.POSITIVE_INFINITY;
    const from = next;
    while (next < snapshot.diagnostics.length && (snapshot.diagnostics[next]?.range.start ?? 0) < end) next++;
    return snapshot.diagnostics.slice(from, next);
  });
}

/** `causes` are kinds, `causedFindings` the ids of the findings meant. */
function plain(f: Finding, all: ReadonlyMap<string, Finding>): object {
  return {
    id: f.id,
    kind: f.kind,
    presence: f.presence,
    limited: f.limited,
    sites: f.sites,
    side: f.side,
    dominantSide: f.dominantSide,
    levels: f.levels,
    discs: f.discs,
    severity: f.severity,
    sizeMm: f.sizeMm ?? [],
    signal: f.signal,
    enhancement: f.enhancement,
    morphology: f.morphology,
    count: f.count,
    change: f.change,
    causes: [...new Set(f.causes.flatMap((id) => all.get(id)?.kind ?? []))],
    causedFindings: f.causes,
    suggests: f.suggests,
    certainty: f.certainty,
    section: f.section,
    text: f.text,
    range: f.range,
    where: f.where,
  };
}
