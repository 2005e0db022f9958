/** Kinds that lie at one level of the spine together. */
export const SPINAL =
  /^(canal-narrowing|foraminal-narrowing|cord-compression|cord-signal-change|cord-atrophy|thecal-sac-compression|cauda-equina-compression|nerve-root-|lateral-recess|disc-|facet|osteophyte|spondylo|ligamentum)/;
