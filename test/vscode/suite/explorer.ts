import { commands } from 'vscode';
import type { Outcome } from '../../../client/common/rule-tests.ts';
import { api, closeAll, diagnosed, openText, replace } from './documents.ts';
import { equal } from './expect.ts';
import { until } from './when.ts';

const RULE = `rule mass-without-narrowing
title    A mass without canal narrowing
when     extradural mass called M at L
expect   canal narrowing overlapping L
warning  The mass {at L} has no narrowing.
because  It is asked for.
good     Extradural mass and canal narrowing at D5.
bad      Extradural mass at [D5].
`;

const TEMPLATE =
  'Template: ours\nFINDINGS\n[side: Left | Right] extradural mass.\n\n[example one]\nside = right\n[expect]\nRight extradural mass.\n[end]\n';

/** Runs the tests of the active file as the Test Explorer does, by its run profile, and gives what became of them. */
async function runFile(): Promise<Outcome> {
  const { onDidRunExamples } = await api();
  let last: Outcome | undefined;
  const listening = onDidRunExamples((outcome) => {
    last = outcome;
  });
  try {
    // The editor learns of tests in its own time, and runs nothing before that.
    return await until(
      () => last,
      () => 'a run of examples',
      () => commands.executeCommand('testing.runCurrentFile'),
    );
  } finally {
    listening.dispose();
  }
}

describe('the Test Explorer', () => {
  afterEach(closeAll);

  it('runs the examples of a rule: each passes or fails by itself', async () => {
    const document = await openText(RULE, 'own.emhr');
    await diagnosed(document, 'nothing wrong', (all) => all.length === 0);
    equal(await runFile(), { passed: ['mass-without-narrowing 0', 'mass-without-narrowing 1'], failed: [] });
    await replace(document, 'mass at [D5]', 'node at [D5]');
    equal(await runFile(), { passed: ['mass-without-narrowing 0'], failed: ['mass-without-narrowing 1'] });
  });

  it('runs the examples of a template', async () => {
    const document = await openText(TEMPLATE, 'ours.emht');
    const { passed, failed } = await runFile();
    equal([passed.length, failed.length], [1, 0]);
    await replace(document, 'Right extradural mass.', 'Left extradural mass.');
    equal(await runFile(), { passed: [], failed: passed });
  });
});
