import { commands, Uri, window, workspace } from 'vscode';
import { closeAll, extension, openText } from './documents.ts';
import { equal, ok } from './expect.ts';
import { until } from './when.ts';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents?: readonly string[];
}

interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

const { walkthroughs } = extension().packageJSON.contributes as { readonly walkthroughs: readonly Walkthrough[] };

describe('the walkthrough', () => {
  // Starts the extension, whose commands the steps name.
  before(() => openText('FINDINGS\n'));
  afterEach(async () => {
    await closeAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is there for each of the three kinds of users', () => {
    equal(
      walkthroughs.map(({ id }) => id),
      ['radiologist', 'author', 'quality'],
    );
  });

  for (const { id, title, steps } of walkthroughs) {
    it(`"${title}" opens in a tab of its own`, async () => {
      await commands.executeCommand('workbench.action.openWalkthrough', `emh-report.emh-report#${id}`);
      // What stands in it is seen where the window is driven.
      const seen = (): string => window.tabGroups.activeTabGroup.activeTab?.label ?? 'no tab';
      await until(
        () => (['Welcome', `Walkthrough: ${title}`].includes(seen()) ? true : undefined),
        () => `its tab; there is ${seen()}`,
      );
    });

    it(`"${title}" names only commands that there are, and pages that can be read`, async () => {
      const all = new Set(await commands.getCommands(true));
      for (const step of steps) {
        for (const name of commandsOf(step)) ok(all.has(name), `step ${step.id}: there is no command ${name}`);
        const page = await workspace.fs.readFile(Uri.joinPath(extension().extensionUri, step.media.markdown));
        ok(page.length > 0, `step ${step.id}: its page is empty`);
      }
    });
  }

  it('has a command to run in most of its steps', () => {
    const steps = walkthroughs.flatMap((each) => each.steps);
    ok(steps.filter((step) => commandsOf(step).length > 0).length > steps.length / 2, 'few steps name a command');
  });
});

/** What the links of a step run, and what it is done by. */
const commandsOf = ({ description, completionEvents = [] }: Step): string[] => [
  ...Array.from(description.matchAll(/\(command:([\w.]+)/g), ([, name = '']) => name),
  ...completionEvents.flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : [])),
];
