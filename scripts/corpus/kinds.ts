/** Kinds of the public contract: what gold files speak of. Findings of other kinds are not scored. */
export const KINDS: ReadonlySet<string> = new Set(
  `mass emh canal-narrowing cord-compression cord-displacement thecal-sac-compression csf-effacement cord-signal-change
  cauda-equina-compression nerve-root-compression foraminal-narrowing bone-expansion bone-erosion bone-remodelling cortical-thinning
  trabecular-coarsening osteopenia osteosclerosis lytic-lesion fracture diploic-widening hair-on-end marrow-signal-change marrow-reconversion
  hepatomegaly splenomegaly lymphadenopathy pleural-effusion haemothorax ascites hydronephrosis cardiomegaly gallstones iron-overload
  kyphosis scoliosis calcification necrosis haemorrhage fat-content normal`.split(/\s+/),
);
