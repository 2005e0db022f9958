import assert from 'node:assert/strict';
import { findingsOf } from '../language/shipped.ts';

/** A matter of the report language, and statements with the findings that they state. */
const MATTERS: Record<string, Record<string, string[]>> = {
  'heads, one finding each': {
    'Lobulated extradural masses were seen from D3 to D8.': ['mass @extradural T3..T8 lobulated'],
    'Mass, extradural, D3-D8, lobulated.': ['mass @extradural T3..T8 lobulated'],
    'Splenomegaly and moderate ascites.': ['splenomegaly', 'ascites moderate'],
    'Mild hepatosplenomegaly.': ['hepatomegaly mild', 'splenomegaly mild'],
  },
  'heads composed of an observation and a structure': {
    'The mass compresses the cord at D5.': ['mass', 'cord-compression T5'],
    'The cord is moderately compressed at D5.': ['cord-compression T5 moderate'],
    'Compression of the thecal sac at L2.': ['thecal-sac-compression L2'],
    'Expanded posterior ends of the ribs.': ['bone-expansion @rib-posterior'],
    'The liver and spleen are enlarged.': ['hepatomegaly', 'splenomegaly'],
    'No canal or foraminal stenosis.': ['-canal-narrowing', '-foraminal-narrowing'],
    'T7 has collapsed.': ['fracture @vertebra T7'],
    'Enlarged portal and mesenteric lymph nodes.': ['lymphadenopathy @node-mesenteric+node-portal'],
    'Lytic destructive sacral lesion.': ['lytic-lesion @sacrum lytic'],
  },
  'the same thing again': {
    'Extradural mass at D5. The mass is T1 isointense.': ['mass @extradural T5 T1:iso'],
    'Extradural mass at D5. It enhances avidly.': ['mass @extradural T5 enh:avid'],
    'Extradural masses at D5. They do not extend into the neural foramina.': ['mass @extradural T5', '-mass @neural-foramen'],
    'Paraspinal mass with a large extradural component.': ['mass @paraspinal', 'mass @extradural bulky'],
  },
  levels: {
    'Masses at D4, D6 and D9.': ['mass T4..T9'],
    'Lesions at T1–10 and S1–2.': ['mass T1..S2'],
    'Foraminal narrowing at D4-D5 and D5-D6 disc levels.': ['foraminal-narrowing [T4-T5][T5-T6]'],
    'Cord compression at T5/T6.': ['cord-compression [T5-T6]'],
    'Masses between D6 and D8.': ['mass T6..T8'],
    'Mass from C7 to D2.': ['mass C7..T2'],
    'Disc bulges at C4-5 through C6-7.': ['disc-bulge [C4-C5][C5-C6][C6-C7]'],
    'Cord compression from T5/T6 to T8/T9.': ['cord-compression [T5-T6][T6-T7][T7-T8][T8-T9]'],
    'Right lower lobe 5 mm pulmonary nodule (S3: 41) is unchanged.': ['mass @lung right 5mm (unchanged)'],
    'Mass (S3, 41 mm).': ['mass S3 41mm'],
  },
  'T1 and T2: sequence or vertebra': {
    'T2 hyperintense lesion at T2.': ['mass T2 T2:hyper'],
    'Lesion hypointense on T1 and T2.': ['mass T1:hypo,T2:hypo'],
    'Lesion at the T1 vertebra.': ['mass @vertebra T1'],
    'Masses from T1 to T4, T1 isointense.': ['mass T1..T4 T1:iso'],
  },
  side: {
    'Left paraspinal mass.': ['mass @paraspinal left'],
    'Paraspinal masses, left > right.': ['mass @paraspinal bilateral(left)'],
    'Expansion of the ribs, predominantly on the left.': ['bone-expansion @rib bilateral(left)'],
    'Lytic lesions of the right clavicle and the left scapula.': ['lytic-lesion @clavicle right', 'lytic-lesion @scapula left'],
    'Erosion and remodelling of the third rib on the left side.': ['bone-erosion @rib left', 'bone-remodelling @rib left'],
  },
  severity: {
    'Moderate to severe canal narrowing at D5.': ['canal-narrowing T5 moderate-severe'],
    'Marked splenomegaly.': ['splenomegaly severe'],
    'Severe canal narrowing and cord compression at D5.': ['canal-narrowing T5 severe', 'cord-compression T5'],
  },
  measurement: {
    'Mass of approx. 5.2 × 3.7 × 2.1 cm.': ['mass 52x37x21mm'],
    'A 3-cm mass.': ['mass 30mm'],
    'Mass, 26 mm by 31 mm.': ['mass 26x31mm'],
    'Masses up to 45 mm.': ['mass 45mm'],
  },
  signal: {
    'The mass is T1 and T2 isointense to the cord.': ['mass T1:iso~spinal-cord,T2:iso~spinal-cord'],
    'Mass, iso- to hypointense on T2/FLAIR.': ['mass T2:iso/hypo,FLAIR:iso/hypo'],
    'All visualised vertebrae are hypointense on T2.': ['marrow-signal-change @vertebra T2:hypo'],
    'Low T1 signal in the marrow.': ['marrow-signal-change T1:hypo'],
    'The cord shows no T2 hyperintensity.': ['-cord-signal-change'],
    'Hypodense splenic nodule.': ['mass @spleen CT:hypo'],
  },
  enhancement: {
    'Mild homogeneous enhancement of the paraspinal mass.': ['mass @paraspinal enh:homogeneous'],
    'Non-enhancing extradural mass.': ['mass @extradural enh:none'],
    'Paraspinal mass. No enhancement after contrast.': ['mass @paraspinal enh:none'],
  },
  coordination: {
    'Narrowing of the canal and compression of the cord at D4 to D7.': ['canal-narrowing T4..T7', 'cord-compression T4..T7'],
    'Lobulated paraspinal masses and splenomegaly.': ['mass @paraspinal lobulated', 'splenomegaly'],
  },
  negation: {
    'No mass, lymphadenopathy or ascites is seen.': ['-mass', '-lymphadenopathy', '-ascites'],
    'No mass, and the liver is enlarged.': ['-mass', 'hepatomegaly'],
    'Pleural effusion is not seen.': ['-pleural-effusion'],
    'No lesion other than a left paraspinal mass.': ['-mass', 'mass @paraspinal left'],
    'There is no change in the paraspinal mass.': ['mass @paraspinal (unchanged)'],
    'No new cord compression.': [],
    'Cord compression is not evident.': ['-cord-compression'],
    'Cord compression can be ruled out.': ['-cord-compression'],
    'Pneumothorax: No.': ['-pneumothorax'],
    'No effusion with bilateral pleural nodules.': ['-pleural-effusion', 'mass @pleura bilateral'],
    'No uptake in the paraspinal masses.': ['-uptake', 'mass @paraspinal'],
    'The cord is not compressed, but displaced.': ['-cord-compression', 'cord-displacement'],
  },
  certainty: {
    'Possible cord compression at C7.': ['?cord-compression C7'],
    'Cord compression at D5 cannot be excluded.': ['?cord-compression T5'],
    'Left haemothorax suspected.': ['?haemothorax left'],
    'Paraspinal masses consistent with extramedullary haematopoiesis.': ['mass @paraspinal =emh'],
    'Paraspinal mass, likely EMH.': ['mass @paraspinal =?emh'],
  },
  'time and history': {
    'History of cord compression.': [],
    'The paraspinal mass has resolved.': ['-mass @paraspinal (resolved)'],
    'Unchanged paraspinal masses.': ['mass @paraspinal (unchanged)'],
    'New pleural effusion.': ['pleural-effusion (new)'],
  },
  topics: {
    'FINDINGS\nSpinal canal: Moderate narrowing at D5.': ['canal-narrowing T5 moderate'],
    'FINDINGS\nLiver: Enlarged.\nSpleen: normal.': ['hepatomegaly', 'normal @spleen'],
    'FINDINGS\nAdenopathy: none.': ['-lymphadenopathy'],
    'FINDINGS\nL4-5: Mild canal narrowing.': ['canal-narrowing [L4-L5] mild'],
    'FINDINGS\nParaspinal: Lobulated masses.': ['mass @paraspinal lobulated'],
  },
  'levels that are named elsewhere': {
    'Severe canal stenosis at L3-L4 and moderate at L4-L5.': ['canal-narrowing [L3-L4] severe', 'canal-narrowing [L4-L5] moderate'],
    'At L4-5, there is a disc bulge. There is moderate canal stenosis.': ['disc-bulge [L4-L5]', 'canal-narrowing [L4-L5] moderate'],
    'Collapse of T9. The canal is narrowed at this level.': ['fracture @vertebra T9', 'canal-narrowing T9'],
    'Canal stenosis at C5/6 with flattening of the cord.': ['canal-narrowing [C5-C6]', 'cord-compression [C5-C6]'],
    'Extradural mass from D3 to D8 compressing the cord.': ['mass @extradural T3..T8', 'cord-compression'],
    'Disc bulge at L45.': ['disc-bulge [L4-L5]'],
    'Laminectomy at T5-T7; residual epidural tissue at T8.': ['mass @extradural T8 (residual)'],
  },
  'grades of each side': {
    'Mild left and severe right foraminal narrowing at L4-L5.': [
      'foraminal-narrowing left [L4-L5] mild',
      'foraminal-narrowing right [L4-L5] severe',
    ],
    'Foraminal narrowing at L4-L5, mild on the left and severe on the right.': [
      'foraminal-narrowing left [L4-L5] mild',
      'foraminal-narrowing right [L4-L5] severe',
    ],
  },
  'EMH with no mass to explain': {
    'EMH is suspected.': ['?emh'],
    'Paraspinal masses at D5. EMH is suspected.': ['mass @paraspinal T5 =?emh'],
  },
  'what has gone, or only in part': {
    'Clearing of the left base airspace disease.': ['-consolidation left (resolved)'],
    'Partial resolution of the pleural effusion.': ['pleural-effusion (decreased)'],
  },
  'what is denied of a mass': {
    'Liver lesion without washout.': ['mass @liver'],
    'Expanded rib without destruction, EMH.': ['bone-expansion @rib', '-bone-erosion @rib', 'emh'],
  },
  'places that are named elsewhere': {
    'The lungs show no nodule.': ['-mass @lung'],
    'The mediastinum is free of enlarged nodes.': ['-lymphadenopathy @node-mediastinal'],
    'EMH in the expanded left iliac bone.': ['emh @iliac-bone left', 'bone-expansion @iliac-bone left'],
    'Right adrenal mass. It contains fat.': ['mass @adrenal right', 'fat-content @adrenal'],
    'Masses on either side of the spine.': ['mass @paraspinal bilateral'],
    'Masses abutting the ribs, extrapleural in location.': ['mass @extrapleural'],
    'The liver is enlarged. Two nodules lie in segment VI.': ['hepatomegaly', 'mass @liver'],
  },
  'structures stated normal': {
    'The spinal cord is normal in signal.': ['normal @spinal-cord'],
    'Ribs and sternum are unremarkable.': ['normal @rib+sternum'],
    'Liver is not enlarged.': ['-hepatomegaly'],
    'Unremarkable soft tissues.': [],
    'Bony thorax and soft tissues grossly unremarkable.': ['normal @bone+soft-tissue'],
    'no effusion the left kidney is enlarged no mass': ['-pleural-effusion', 'nephromegaly left', '-mass'],
    'Soft tissues and bony structures are unremarkable.': ['normal @bone+soft-tissue'],
  },
};

for (const [matter, statements] of Object.entries(MATTERS)) {
  describe(matter, () => {
    for (const [text, expected] of Object.entries(statements))
      it(text.replace(/\n/g, ' / '), () => assert.deepEqual(findingsOf(text), expected));
  });
}
