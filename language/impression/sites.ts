/** A part and the wholes that it lies in: an impression may name the whole where the findings name the part, or the other way. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  extradural: ['spinal-canal'],
  intradural: ['spinal-canal'],
  'thecal-sac': ['spinal-canal'],
  'csf-space': ['thecal-sac'],
  'epidural-fat': ['extradural'],
  intramedullary: ['spinal-cord'],
  conus: ['spinal-cord'],
  'spinal-cord': ['spinal-canal'],
  'cauda-equina': ['spinal-canal'],
  'spinal-canal': ['spine'],
  vertebra: ['spine', 'bone', 'bone-marrow'],
  'vertebral-body': ['vertebra'],
  'posterior-elements': ['vertebra'],
  endplate: ['vertebral-body'],
  pedicle: ['posterior-elements'],
  lamina: ['posterior-elements'],
  'spinous-process': ['posterior-elements'],
  'transverse-process': ['posterior-elements'],
  'facet-joint': ['posterior-elements'],
  'neural-foramen': ['spine'],
  extraforaminal: ['neural-foramen', 'paraspinal'],
  'paraspinal-muscle': ['paraspinal'],
  'rib-posterior': ['rib'],
  rib: ['bone', 'chest-wall'],
  intercostal: ['chest-wall'],
  extrapleural: ['chest-wall', 'pleura'],
  pleura: ['chest-wall'],
  paraspinal: ['posterior-mediastinum'],
  'posterior-mediastinum': ['mediastinum'],
  'iliac-bone': ['pelvis', 'bone'],
  sacrum: ['pelvis', 'bone', 'spine'],
  coccyx: ['sacrum'],
  presacral: ['pelvis', 'retroperitoneum'],
  'sacroiliac-joint': ['pelvis'],
  femur: ['long-bones'],
  humerus: ['long-bones'],
  'long-bones': ['bone'],
  sternum: ['bone'],
  scapula: ['bone'],
  clavicle: ['bone'],
  skull: ['bone'],
  diploe: ['skull'],
  'outer-table': ['skull'],
  maxilla: ['skull'],
  mandible: ['bone'],
  'dura-intracranial': ['dura'],
  'medullary-cavity': ['bone'],
  cortex: ['bone'],
  trabeculae: ['bone'],
  bone: ['bone-marrow'],
  perirenal: ['kidney', 'retroperitoneum'],
  'renal-sinus': ['kidney'],
  'renal-pelvis': ['kidney'],
  kidney: ['retroperitoneum'],
  adrenal: ['retroperitoneum'],
  psoas: ['retroperitoneum'],
  'splenic-hilum': ['spleen'],
  'node-paraaortic': ['node-retroperitoneal'],
  'node-aortocaval': ['node-retroperitoneal'],
  'node-retroaortic': ['node-retroperitoneal'],
  'node-retrocaval': ['node-retroperitoneal'],
  'node-retrocrural': ['node-retroperitoneal'],
  'node-renal-hilar': ['node-retroperitoneal'],
  'node-retroperitoneal': ['node-abdominal', 'retroperitoneum'],
  'node-mesenteric': ['node-abdominal'],
  'node-portal': ['node-abdominal'],
  'node-abdominal': ['lymph-node'],
  'node-external-iliac': ['node-iliac'],
  'node-internal-iliac': ['node-iliac'],
  'node-common-iliac': ['node-iliac'],
  'node-iliac': ['node-pelvic'],
  'node-presacral': ['node-pelvic'],
  'node-pelvic': ['lymph-node'],
  'node-inguinal': ['lymph-node'],
  'node-axillary': ['lymph-node'],
  'node-cervical': ['lymph-node'],
  'node-posterior-mediastinal': ['node-mediastinal'],
  'node-mediastinal': ['lymph-node'],
};

/** Whether `part` is `whole` or lies in it. */
export function isWithin(part: string, whole: string): boolean {
  if (part === whole) return true;
  const wholes = WITHIN[part];
  if (wholes !== undefined) for (const next of wholes) if (isWithin(next, whole)) return true;
  return false;
}

/** How far two lists of sites agree: 1 the same, 0 nothing in common, null where one of them is empty and so says nothing. */
export function siteAgreement(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  let sum = 0;
  for (const site of a) sum += closeness(site, b);
  return sum / a.length;
}

/** How near a site is to the nearest of some sites. */
function closeness(site: string, sites: readonly string[]): number {
  let nearest = 0;
  for (const other of sites) {
    if (site === other) return 1;
    if (isWithin(site, other) || isWithin(other, site)) nearest = 0.6;
  }
  return nearest;
}
