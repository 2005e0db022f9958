import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  Location,
  l10n,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { RUN_EXAMPLES, type RuleExamples } from '../../server/rule-examples.ts';
import { hasExamples } from './report.ts';

const FILES = '**/*.{emhr,emht}';
const NOT_OURS = '**/node_modules/**';
/** How long a file must rest until its tests are listed anew, in milliseconds. */
const REST_MS = 400;

type Rule = RuleExamples['rules'][number];

/** The ids of the examples that passed and failed: that of their rule, and which of its examples it is, from 0. */
export interface Outcome {
  readonly passed: string[];
  readonly failed: string[];
}

/** Shows the examples of all rule files and templates in the Test Explorer, and runs them there. `run` is for the lens over them: it resolves with what became of it, for a person. */
export class RuleTests implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #controller: TestController = tests.createTestController('emh.ruleExamples', l10n.t('Examples of rules and templates'));
  readonly #didRun = new EventEmitter<Outcome>();
  /** After each run, wherever it was asked for. */
  readonly onDidRun = this.#didRun.event;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const controller = this.#controller;
    controller.resolveHandler = async (item) => void (await (item === undefined ? this.#findFiles() : this.#list(item)));
    controller.refreshHandler = () => this.#findFiles();
    controller.createRunProfile(
      l10n.t('Run examples'),
      TestRunProfileKind.Run,
      async (request, token) => void (await this.#run(request, token)),
      true,
    );
    const watcher = workspace.createFileSystemWatcher(FILES);
    this.#subscriptions = Disposable.from(
      controller,
      this.#didRun,
      watcher,
      watcher.onDidCreate((uri) => void this.#fileItem(uri)),
      watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
      workspace.onDidOpenTextDocument((document) => hasExamples(document) && this.#soon(document.uri)),
      workspace.onDidChangeTextDocument(({ document }) => hasExamples(document) && this.#soon(document.uri)),
    );
    for (const document of workspace.textDocuments) if (hasExamples(document)) this.#soon(document.uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  /** Runs the examples of a file, or of one rule of it. */
  async run(uri: string, rule: string | undefined): Promise<string> {
    const file = this.#fileItem(Uri.parse(uri));
    await this.#list(file);
    const item = rule === undefined ? file : file.children.get(rule);
    if (item === undefined) return l10n.t('EMH Report: this rule is no longer there.');
    const outcome = await this.#run(new TestRunRequest([item]));
    const [passed, failed] = [outcome.passed.length, outcome.failed.length];
    const all = passed + failed;
    if (all === 0) return l10n.t('EMH Report: no examples to run.');
    if (failed > 0) return l10n.t('EMH Report: {0} of {1} examples failed.', failed, all);
    return all === 1 ? l10n.t('EMH Report: the example passes.') : l10n.t('EMH Report: all {0} examples pass.', all);
  }

  async #findFiles(): Promise<void> {
    const found = await workspace.findFiles(FILES, NOT_OURS);
    for (const uri of found) this.#fileItem(uri);
  }

  #fileItem(uri: Uri): TestItem {
    const id = uri.toString();
    const known = this.#controller.items.get(id);
    if (known !== undefined) return known;
    const item = this.#controller.createTestItem(id, workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    this.#controller.items.add(item);
    return item;
  }

  #soon(uri: Uri): void {
    const id = uri.toString();
    clearTimeout(this.#waiting.get(id));
    this.#waiting.set(
      id,
      setTimeout(() => {
        this.#waiting.delete(id);
        void this.#list(this.#fileItem(uri)).catch(() => undefined);
      }, REST_MS),
    );
  }

  /** Asks the server, which knows what is open. */
  async #ask(uri: Uri): Promise<readonly Rule[]> {
    await this.#client.start();
    await workspace.openTextDocument(uri);
    const answer: RuleExamples | null = await this.#client.sendRequest(ExecuteCommandRequest.type, {
      command: RUN_EXAMPLES,
      arguments: [uri.toString()],
    });
    return answer?.rules ?? [];
  }

  /** Lists a file's rules and examples below it. */
  async #list(file: TestItem): Promise<readonly Rule[]> {
    const { uri } = file;
    if (uri === undefined) return [];
    const { protocol2CodeConverter: from } = this.#client;
    const rules = await this.#ask(uri);
    file.children.replace(
      rules.map(({ id, range, broken, examples }) => {
        const rule = this.#controller.createTestItem(id, id, uri);
        rule.range = from.asRange(range);
        rule.error = broken ?? undefined;
        examples.forEach(({ label, range: own }, i) => {
          const example = this.#controller.createTestItem(`${id} ${i}`, label, uri);
          example.range = from.asRange(own);
          rule.children.add(example);
        });
        return rule;
      }),
    );
    return rules;
  }

  async #run(request: TestRunRequest, token?: CancellationToken): Promise<Outcome> {
    const outcome: Outcome = { passed: [], failed: [] };
    const run = this.#controller.createTestRun(request);
    const wanted = request.include ?? [...this.#controller.items].map(([, item]) => item);
    for (const [file, items] of Map.groupBy(wanted, fileOf)) {
      if (token?.isCancellationRequested) break;
      const isWanted = (item: TestItem): boolean => isIn(item, items) && !isIn(item, request.exclude ?? []);
      try {
        this.#report(run, file, await this.#list(file), isWanted, outcome);
      } catch (error) {
        run.errored(file, new TestMessage(error instanceof Error ? error.message : String(error)));
      }
    }
    run.end();
    this.#didRun.fire(outcome);
    return outcome;
  }

  #report(run: TestRun, file: TestItem, rules: readonly Rule[], isWanted: (item: TestItem) => boolean, outcome: Outcome): void {
    const { protocol2CodeConverter: from } = this.#client;
    for (const { id, broken, examples } of rules) {
      const rule = file.children.get(id);
      if (rule === undefined) continue;
      if (broken !== null && isWanted(rule)) run.errored(rule, new TestMessage(broken));
      examples.forEach(({ failure }, i) => {
        const item = rule.children.get(`${id} ${i}`);
        if (item?.uri === undefined || !isWanted(item)) return;
        run.started(item);
        if (failure === null) {
          outcome.passed.push(item.id);
          run.passed(item);
          return;
        }
        outcome.failed.push(item.id);
        const { difference } = failure;
        const message = difference
          ? TestMessage.diff(failure.message, difference.expected, difference.got)
          : new TestMessage(failure.message);
        message.location = new Location(item.uri, from.asRange(failure.range));
        run.failed(item, message);
      });
    }
  }
}

const fileOf = (item: TestItem): TestItem => (item.parent === undefined ? item : fileOf(item.parent));

/** Whether an item is among some, or below one. Items are made anew with each answer, so they are known by their id. */
const isIn = (item: TestItem | undefined, items: readonly TestItem[]): boolean =>
  item !== undefined &&
  (items.some((each) => each.id === item.id && each.uri?.toString() === item.uri?.toString()) || isIn(item.parent, items));
