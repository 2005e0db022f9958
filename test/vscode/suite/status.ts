import { ConfigurationTarget, LanguageStatusSeverity, workspace } from 'vscode';
import type { Api } from '../../../client/common/start.ts';
import { api, closeAll, diagnosticOf, openExample, replace } from './documents.ts';
import { equal, ok } from './expect.ts';
import { until } from './when.ts';

type Said = Api['status']['checks'];

/** Waits until a status item says what is wanted. */
async function says(which: keyof Api['status'], wanted: (said: Said) => boolean): Promise<Said> {
  const said = (await api()).status[which];
  return until(
    () => (wanted(said) ? said : undefined),
    () => `the status; it says ${said.text} / ${said.detail} / ${said.severity}`,
  );
}

const termsAndChecks = async (): Promise<number[]> => {
  const { text } = await says('language', (said) => /^\d+ terms, \d+ checks on$/.test(said.text));
  return [...text.matchAll(/\d+/g)].map(Number);
};

describe('the language status', () => {
  afterEach(closeAll);

  it('says of a sound report that nothing is open and its impression is in step', async () => {
    await openExample('case-1-mri-spine.emh');
    const { severity } = await says('checks', ({ text }) => text === 'No errors or warnings');
    equal(severity, LanguageStatusSeverity.Information);
    const language = await says('language', ({ detail }) => detail?.includes('impression in step') === true);
    equal(language.severity, LanguageStatusSeverity.Information);
    const [terms = 0, checks = 0] = await termsAndChecks();
    ok(terms > 100 && checks > 10, `${terms} terms, ${checks} checks`);
  });

  it('counts what is open in a flawed one, and says that its impression is out of step, until that is mended', async () => {
    const document = await openExample('case-1-mri-spine.flawed.emh');
    await diagnosticOf(document, 'level-drift');
    const { text, severity } = await says('checks', (said) => /\d+ errors?/.test(said.text));
    equal(severity, LanguageStatusSeverity.Error, text);
    await says('language', ({ detail }) => detail?.includes('impression out of step') === true);
    const sound = await openExample('case-1-mri-spine.emh');
    await says('language', ({ detail }) => detail?.includes('impression in step') === true);
    await replace(sound, sound.getText().slice(sound.getText().indexOf('IMPRESSION')), 'IMPRESSION\n1. Masses at L5.\n');
    await says('language', ({ detail }) => detail?.includes('impression out of step') === true);
  });

  it('names the checks that a setting puts off', async () => {
    const severities = (value: object | undefined) =>
      workspace.getConfiguration('emh').update('severities', value, ConfigurationTarget.Workspace);
    await openExample('case-1-mri-spine.flawed.emh');
    const [, before = 0] = await termsAndChecks();
    await severities({ 'level-drift': 'off' });
    try {
      await says(
        'language',
        ({ detail, text }) => detail?.includes('off: level-drift') === true && text.includes(`, ${before - 1} checks`),
      );
    } finally {
      await severities(undefined);
    }
    await says('language', ({ detail }) => detail?.includes('off:') === false);
  });
});
