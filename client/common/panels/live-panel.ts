import {
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { isReport } from '../report.ts';
import type { FromPage, Kept, ToPage } from './messages.ts';
import { pageOf } from './page.ts';
import { type ScrollWith, scrollWith } from './scroll-with.ts';

/** How long typing must rest before a panel is drawn anew, in milliseconds. */
const REST_MS = 150;

/** What a panel shows of a report. */
export interface View {
  /** For the page; null where there is nothing to show. */
  readonly message: ToPage | null;
  /** What is lit where the cursor is at an offset. */
  cursorAt(offset: number): ToPage;
  /** The place of the text that something chosen in the page stands for. */
  placeOf(chosen: FromPage): Range | null;
}

export interface PanelKind {
  readonly type: string;
  readonly title: string;
  /** Whether page and editor are kept at the same place. */
  readonly scrolls: boolean;
  view(document: TextDocument, offset: number, isNarrow: boolean): Promise<View>;
}

type Shown = Extract<FromPage, { kind: 'shown' }>;

/** One panel beside the report: it follows the report that is edited and its cursor, and leads back to the words. */
export class LivePanel implements Disposable {
  readonly #kind: PanelKind;
  readonly #extension: Uri;
  readonly #didShow = new EventEmitter<Shown>();
  /** Each time when the page has drawn what it was told. */
  readonly onDidShow = this.#didShow.event;
  readonly #subscriptions: Disposable[];
  readonly #scroll: ScrollWith | null;
  #panel: WebviewPanel | null = null;
  #uri: Uri | null = null;
  #view: View | null = null;
  #isNarrow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what is asked for, so that an answer that comes late is not shown. */
  #asked = 0;

  constructor(kind: PanelKind, extension: Uri) {
    this.#kind = kind;
    this.#extension = extension;
    this.#scroll = kind.scrolls
      ? scrollWith(
          (uri) => this.#isShown(uri),
          (message) => this.#panel?.webview.postMessage(message),
        )
      : null;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#light(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => this.#isShown(document.uri) && this.#soon()),
      // Settings and a site's own rules change what is said of the same text.
      languages.onDidChangeDiagnostics(({ uris }) => uris.some((uri) => this.#isShown(uri)) && this.#soon()),
      window.registerWebviewPanelSerializer(kind.type, {
        deserializeWebviewPanel: async (panel, kept: Kept | undefined) => this.revive(panel, kept),
      }),
    ];
  }

  /** The report that is shown. */
  get uri(): Uri | null {
    return this.#panel === null ? null : this.#uri;
  }

  /** Shows the report of the active editor, beside it. */
  show(): void {
    const editor = window.activeTextEditor;
    if (editor !== undefined && isReport(editor.document)) this.#uri = editor.document.uri;
    if (this.#uri === null) return;
    if (this.#panel === null) {
      const { type, title } = this.#kind;
      this.#take(window.createWebviewPanel(type, title, { viewColumn: ViewColumn.Beside, preserveFocus: true }));
    } else {
      this.#panel.reveal(undefined, true);
      void this.#draw();
    }
  }

  /** Fills a panel of the last session with the report that its page remembers. */
  revive(panel: WebviewPanel, kept: Kept | undefined): void {
    if (kept?.uri !== undefined) this.#uri = Uri.parse(kept.uri);
    this.#take(panel);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of [this.#didShow, this.#scroll, ...this.#subscriptions]) each?.dispose();
    this.#panel?.dispose();
  }

  #take(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#view = null;
    panel.iconPath = { light: this.#media('report-light.svg'), dark: this.#media('report-dark.svg') };
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(this.#extension, 'dist/browser')] };
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = null;
    });
    webview.onDidReceiveMessage((message: FromPage) => this.#answer(message));
    webview.html = pageOf(webview, this.#extension, this.#kind.type, this.#kind.title);
  }

  #media(name: string): Uri {
    return Uri.joinPath(this.#extension, 'client/media', name);
  }

  #answer(message: FromPage): void {
    // A page that was hidden is made anew, and says so.
    if (message.kind === 'ready') {
      this.#isNarrow = message.isNarrow;
      void this.#draw();
    } else if (message.kind === 'shown') this.#didShow.fire(message);
    else if (message.kind === 'scrolled') this.#uri !== null && this.#scroll?.follow(this.#uri, message.offset);
    else void this.#reveal(this.#view?.placeOf(message) ?? null);
  }

  #isShown(uri: Uri): boolean {
    return this.#panel !== null && this.#uri?.toString() === uri.toString();
  }

  #follow(editor: TextEditor | undefined): void {
    if (this.#panel === null || editor === undefined || !isReport(editor.document) || this.#isShown(editor.document.uri)) return;
    this.#uri = editor.document.uri;
    void this.#draw();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(), REST_MS);
  }

  async #draw(): Promise<void> {
    const [panel, uri] = [this.#panel, this.#uri];
    if (panel === null || uri === null) return;
    const turn = ++this.#asked;
    try {
      const document = await workspace.openTextDocument(uri);
      const view = await this.#kind.view(document, this.#offset(document), this.#isNarrow);
      if (turn !== this.#asked) return;
      if (view.message === null) return void (await this.#showNothing(panel));
      this.#view = view;
      await panel.webview.postMessage(view.message);
      await panel.webview.postMessage(view.cursorAt(this.#offset(document)));
    } catch {
      // The report is gone, or the server is not there: what was shown last stays, and the status says why.
      if (this.#view === null) await this.#showNothing(panel);
    }
  }

  async #showNothing(panel: WebviewPanel): Promise<void> {
    await panel.webview.postMessage({ kind: 'empty', words: l10n.t('Open a report to see it here.') } satisfies ToPage);
  }

  #light(editor: TextEditor): void {
    if (this.#panel === null || this.#view === null || !this.#isShown(editor.document.uri)) return;
    void this.#panel.webview.postMessage(this.#view.cursorAt(this.#offset(editor.document)));
  }

  #offset(document: TextDocument): number {
    const editor = window.visibleTextEditors.find((each) => each.document === document);
    return editor === undefined ? 0 : document.offsetAt(editor.selection.active);
  }

  async #reveal(place: Range | null): Promise<void> {
    const uri = this.#uri;
    if (place === null || uri === null) return;
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri), {
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
    });
    editor.selection = new Selection(place.start, place.end);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Offsets of a text as a range of its document. */
export const rangeOf = (document: TextDocument, start: number, end: number): Range =>
  new Range(document.positionAt(start), document.positionAt(end));
