import type { Finding } from '../meaning/finding.ts';

/** How a finding is drawn. `other` is a bracket beside its levels: right for whatever has no picture of its own. */
export type Picture =
  | 'canal-mass'
  | 'beside-mass'
  | 'presacral-mass'
  | 'bone-mass'
  | 'foramen-mass'
  | 'narrowing'
  | 'compression'
  | 'cord'
  | 'foramen'
  | 'bone'
  | 'fracture'
  | 'disc'
  | 'rib'
  | 'other';

const MASSES: ReadonlySet<string> = new Set([
  ...['mass', 'lesion', 'nodule', 'soft-tissue', 'extradural-tissue', 'paraspinal-tissue', 'presacral-tissue', 'deposit', 'idem-lesion'],
  ...['emh', 'metastasis', 'abscess', 'epidural-abscess', 'haematoma', 'epidural-haematoma', 'subdural-haematoma', 'collection'],
  ...['epidural-lipomatosis', 'cyst', 'synovial-cyst', 'arachnoid-cyst', 'perineural-cyst', 'meningocele'],
]);

const PICTURES: Readonly<Record<string, Picture>> = {
  ...all('narrowing', ['canal-narrowing', 'thecal-sac-compression', 'csf-effacement', 'epidural-fat-effacement']),
  ...all('narrowing', ['ligamentum-flavum-thickening', 'opll']),
  ...all('compression', ['cord-compression', 'cauda-equina-compression']),
  ...all('cord', ['cord-signal-change', 'myelopathy', 'cord-atrophy', 'cord-expansion', 'cord-enhancement', 'syrinx']),
  ...all('cord', ['cord-contact', 'cord-displacement', 'thecal-sac-displacement', 'leptomeningeal-enhancement']),
  ...all('foramen', ['foraminal-narrowing', 'foraminal-widening', 'lateral-recess-narrowing', 'nerve-root-compression']),
  ...all('foramen', ['nerve-root-contact', 'nerve-root-displacement', 'nerve-root-thickening', 'facet-arthropathy']),
  ...all('bone', [
    'bone-expansion',
    'bone-erosion',
    'bone-remodelling',
    'cortical-thinning',
    'cortical-thickening',
    'trabecular-coarsening',
  ]),
  ...all('bone', ['osteopenia', 'osteoporosis', 'osteosclerosis', 'lytic-lesion', 'h-shaped-vertebra', 'haemangioma', 'bone-island']),
  ...all('bone', ['marrow-signal-change', 'marrow-reconversion', 'marrow-fat-replacement', 'marrow-infiltration', 'marrow-enhancement']),
  ...all('bone', ['bone-infarct', 'endplate-degeneration', 'schmorl-node', 'limbus-vertebra']),
  ...all('fracture', ['fracture', 'pathological-fracture', 'platyspondyly', 'bone-deformity']),
  ...all('disc', ['disc-bulge', 'disc-herniation', 'disc-degeneration', 'disc-height-loss', 'annular-fissure', 'spondylodiscitis']),
};

const SITES: readonly (readonly [Picture, readonly string[]])[] = [
  ['presacral-mass', ['presacral']],
  ['foramen-mass', ['neural-foramen', 'extraforaminal', 'lateral-recess', 'nerve-root']],
  ['canal-mass', ['extradural', 'intradural', 'intramedullary', 'spinal-canal', 'spinal-cord', 'conus', 'cauda-equina', 'filum']],
  ['canal-mass', ['thecal-sac', 'csf-space', 'epidural-fat', 'ligamentum-flavum', 'dura', 'leptomeninges']],
  ['bone-mass', ['vertebra', 'vertebral-body', 'endplate', 'posterior-elements', 'pedicle', 'lamina', 'spinous-process']],
  ['bone-mass', ['transverse-process', 'facet-joint', 'sacrum', 'coccyx', 'vertebral-marrow', 'bone-marrow', 'bone', 'disc']],
  ['beside-mass', ['paraspinal', 'paraspinal-muscle', 'paraspinal-line', 'psoas', 'posterior-mediastinum', 'extrapleural', 'chest-wall']],
  ['beside-mass', ['pleura', 'intercostal', 'retroperitoneum', 'mediastinum']],
];

/** Masses whose kind says where they lie. */
const OWN_PLACE: Readonly<Record<string, Picture>> = {
  ...all('canal-mass', ['extradural-tissue', 'idem-lesion', 'epidural-abscess', 'epidural-haematoma', 'subdural-haematoma']),
  ...all('canal-mass', ['epidural-lipomatosis', 'arachnoid-cyst', 'meningocele']),
  ...all('foramen-mass', ['perineural-cyst', 'synovial-cyst']),
  'paraspinal-tissue': 'beside-mass',
  'presacral-tissue': 'presacral-mass',
};

/** Sites of the spine that a finding without a level may be at. */
const SPINAL: ReadonlySet<string> = new Set([
  ...SITES.filter(([picture]) => picture !== 'beside-mass').flatMap(([, sites]) => sites),
  ...['paraspinal', 'paraspinal-muscle', 'paraspinal-line', 'spine', 'rib', 'rib-posterior', 'spinal-ligament', 'disc'],
]);

function all(picture: Picture, kinds: readonly string[]): Record<string, Picture> {
  return Object.fromEntries(kinds.map((kind) => [kind, picture]));
}

/** What a finding is drawn as. A site decides where a mass lies; a mass without one is drawn as a bracket, because its place is not known. */
export function pictureOf({ kind, sites }: Pick<Finding, 'kind' | 'sites'>): Picture {
  if (sites.some((site) => site === 'rib' || site === 'rib-posterior')) return 'rib';
  const bySite = SITES.find(([, names]) => sites.some((site) => names.includes(site)))?.[0];
  if (MASSES.has(kind)) return OWN_PLACE[kind] ?? bySite ?? 'other';
  return PICTURES[kind] ?? 'other';
}

/** Whether a finding that gives no level belongs to the spine all the same. */
export const isSpinal = ({ kind, sites }: Pick<Finding, 'kind' | 'sites'>): boolean =>
  sites.length > 0
    ? sites.some((site) => SPINAL.has(site))
    : OWN_PLACE[kind] !== undefined || (PICTURES[kind] !== undefined && !GENERAL.test(kind));

/** Findings of any bone. */
const GENERAL = /^(?:bone-|cortical-|trabecular-|osteo|lytic-|fracture|pathological-)/;
