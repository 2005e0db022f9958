import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { queryObjects, setFlagsFromString, startupSnapshot } from 'node:v8';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Language } from '../../language/language.ts';
import { hold, letGo } from '../../packs/emh.ts';
import { NO_SETTINGS } from '../../packs/rule-settings.ts';
import type { Environment } from '../environment.ts';
import { startServer } from '../startServer.ts';
import { PromptMessageReader } from './message-reader.ts';
import { KeptMessageWriter } from './message-writer.ts';
import { serve } from './serve.ts';

/** Made up, and such that most of what is needed for first reports is done once: there are mistakes in it, and a word is misspelt. */
const REPORTS = `Exam: MRI dorsal spine
Study date: 2024-01-02
Patient: 30 Y / F
Technique: T1 and T2 sagittal and axial sections.
Comparison: None.

Findings:
- Extradural mass at D4 to D8, T1 isointense and T2 hypointense, measuring 52 x 12 mm, causing severe canal narrowing and cord compression.
- Left paraspinal mass at the L1 level, measuring 4.0 x 3.2 cm.
Vertebral marrow: diffusely hypointense on T1.
Spleen is enlraged, 15 cm. Liver is normal. No rib expansion.

Impression:
1. Extramedullary haematopoiesis with an extradural mass at D4-D7 and cord compression.
2. Splenomegaly.
---
Exam: CT thorax
Date: 2024-01-04
History: Beta thalassaemia. Unsteady gait since the summer.
Comparison: MRI dorsal spine 2024-01-02.

FINDINGS
Paraspinal: Bilateral lobulated soft-tissue masses from D6 to D10, larger on the right, enhancing homogeneously,
  isointense to cord on T1 and T2, extending into the left neural foramen with moderate foraminal narrowing at D6-D7.
Ribs: Both fourth ribs are expanded, with erosion and cortical thinning.
Bones: The sternum is widened and coarse in texture, probably by active marrow.
Pleura: No effusion.

IMPRESSION
1. Right paraspinal masses from D6 to D10, in keeping with extramedullary haematopoiesis.
2. Moderate left foraminal narrowing at D7-D8.
3. Suggest MRI of the whole spine. Discussed with the ward by telephone on 2024-01-04 at 16:20.
`;

/** How long after a start code is not yet made faster, in milliseconds: that takes time from the first report, which is checked by then. */
const PLAIN_MS = 150;

/** How long after a start what was left in files is read into memory again, in milliseconds: the first report comes first. */
const HOLD_MS = 1000;

/**
 * In a process that is to be kept as a snapshot: makes the shipped language, lets a first client do what clients do, and has every process that is
 * started from the snapshot serve at once. Throws where the first client gets no answer.
 */
export async function keepStarted(own: Environment): Promise<void> {
  const environment = ready(own);
  forgetCode();
  await serveFirst(environment);
  letGo();
  // What is compiled by now is what first reports need.
  setFlagsFromString('--no-flush-bytecode');
  startupSnapshot.setDeserializeMainFunction(() => {
    runPlainly();
    // It is there: see the command's `launch.ts`.
    if (process.env.EMH_STARTING !== undefined) rmSync(process.env.EMH_STARTING, { force: true });
    delete process.env.EMH_STARTING;
    serve(environment);
    setTimeout(holdAgain, HOLD_MS).unref();
  });
}

/** A new version may be installed while this one runs. */
function holdAgain(): void {
  try {
    hold();
  } catch (error) {
    process.stderr.write(`emh: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/**
 * Most of what has run until now ran while the program was loaded, and never will again: what the engine has compiled of it would be read at each start,
 * more than a megabyte.
 */
function forgetCode(): void {
  setFlagsFromString('--stress-flush-code');
  // There is nothing of the kind to count; to be sure of that the engine sweeps all it holds.
  queryObjects(class Nothing {});
  setFlagsFromString('--no-stress-flush-code');
}

/** The engine's ways to make code faster, each of which takes time from what runs. An older Node does without one of them. */
const FASTER = ['sparkplug', ...(Number.parseInt(process.versions.node, 10) >= 24 ? ['maglev'] : []), 'opt'];

function runPlainly(): void {
  for (const way of FASTER) setFlagsFromString(`--no-${way}`);
  setTimeout(() => {
    for (const way of FASTER) setFlagsFromString(`--${way}`);
    setFlagsFromString('--flush-bytecode');
  }, PLAIN_MS).unref();
}

/** Where nothing is set and no site adds anything, the language is the one that is made already. */
function ready(environment: Environment): Environment {
  const usual = environment.createLanguage(NO_SETTINGS, null);
  const isUsual = (own: unknown): boolean => JSON.stringify(own) === JSON.stringify(NO_SETTINGS);
  return {
    ...environment,
    createLanguage: (own, site): Language => (site === null && isUsual(own) ? usual : environment.createLanguage(own, site)),
  };
}

async function serveFirst(environment: Environment): Promise<void> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(ProposedFeatures.all, new PromptMessageReader(up), new KeptMessageWriter(down)), environment);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const told = new Promise<void>((resolve) => client.onNotification('textDocument/publishDiagnostics', () => resolve()));
  client.listen();
  const document = { uri: 'untitled:report.emh', languageId: 'emh', version: 1 };
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', { textDocument: { ...document, text: REPORTS } });
  await told;
  await client.sendRequest('textDocument/completion', { textDocument: document, position: { line: 8, character: 2 } });
  await client.sendNotification('textDocument/didClose', { textDocument: document });
  client.dispose();
}
