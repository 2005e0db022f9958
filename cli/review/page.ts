import { PAGE_SCRIPT } from './page-script.generated.ts';

/** Every pair of colours has a contrast of 4.5 or more; nothing is told by colour alone. */
const LIGHT =
  '--page: #fff; --box: #f6f8fa; --ink: #1f2328; --faint: #57606a; --line: #8c959f; --mark: #ffe08a; --mark-ink: #1f2328; --other: #ddebf7; --go: #1a6b32; --stop: #a3211c; --focus: #0757ba;';
const DARK =
  '--page: #16191d; --box: #1f242b; --ink: #e6e6e6; --faint: #a9b1ba; --line: #6e7681; --mark: #6b4f00; --mark-ink: #fff; --other: #1d3a55; --go: #6fd08c; --stop: #ff9c94; --focus: #79b8ff;';

const STYLE = `
:root { color-scheme: light dark; ${LIGHT} font: 16px/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media (forced-colors: active) {
  :root { --page: Canvas; --box: Canvas; --ink: CanvasText; --faint: CanvasText; --line: CanvasText; --mark: Mark; --mark-ink: MarkText; --other: Canvas; --go: LinkText; --stop: LinkText; --focus: Highlight; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.1rem; margin: 0; } progress { width: 8rem; accent-color: var(--focus); }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr); gap: 1rem; padding: 1rem; }
@media (max-width: 55rem) { main { grid-template-columns: minmax(0, 1fr); } }
h2 { font-size: 1.15rem; margin: 0 0 .25rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
#text { white-space: pre-wrap; overflow-wrap: anywhere; overflow: auto; max-height: calc(100vh - 14rem); min-height: 12rem; margin: 0; padding: 1rem; border: 1px solid var(--line); background: var(--box); font: inherit; }
mark { padding: 0 .15em; background: var(--other); color: var(--ink); border-bottom: 2px dotted var(--ink); }
mark.main { background: var(--mark); color: var(--mark-ink); border: 0; outline: 2px solid var(--ink); }
.severity { font-weight: 600; } .faint { color: var(--faint); } code, pre { font: .92em ui-monospace, monospace; } pre { white-space: pre-wrap; margin: .25rem 0; }
.edit { font-family: ui-monospace, monospace; overflow-wrap: anywhere; } del { color: var(--stop); } ins { color: var(--go); }
ul { margin: 0; padding-left: 1.2rem; } p { margin: .25rem 0; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
button { font: inherit; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 4px; background: var(--box); color: var(--ink); cursor: pointer; }
button[aria-pressed=true] { outline: 2px solid var(--ink); font-weight: 600; } button[aria-pressed=true]::before { content: "✓ "; }
kbd { font: .85em ui-monospace, monospace; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; }
textarea, select { font: inherit; color: var(--ink); background: var(--box); border: 1px solid var(--line); } textarea { width: 100%; min-height: 3.5rem; padding: .4rem; }
#said { font-weight: 600; } #said[data-said=accept] { color: var(--go); } #said[data-said=reject] { color: var(--stop); }
#failure { border: 2px solid var(--stop); padding: .5rem 1rem; margin: 1rem 1rem 0; } #status { padding: 0 1rem; min-height: 1.5em; margin: .5rem 0 0; }
#alert { padding: .25rem .5rem; } :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; } dialog { background: var(--page); color: var(--ink); border: 1px solid var(--line); max-width: 34rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } .empty main { display: none; }
`;

const BUTTONS = [
  ['a', 'accept', 'Accept'],
  ['r', 'reject', 'Reject'],
  ['u', '', 'Undo'],
  ['k', '', 'Previous'],
  ['j', '', 'Next'],
  ['n', '', 'Note'],
  ['?', '', 'Help'],
] as const;

const KEYS = [
  ['a', 'accept: the alert is right, the report should be changed or looked at'],
  ['r', 'reject: a false alarm'],
  ['u', 'undo what was said of this alert, or last'],
  ['j', 'next alert'],
  ['k', 'previous alert'],
  ['n', 'write a note; Esc leaves it'],
  ['?', 'this help'],
] as const;

const buttons = BUTTONS.map(
  ([key, judgement, name]) =>
    `<button type="button" data-key="${key}" aria-keyshortcuts="${key}"${judgement === '' ? '' : ` data-judgement="${judgement}" aria-pressed="false"`}>${name} <kbd>${key}</kbd></button>`,
).join('\n');

/** The page of a review. Nothing of a report is in it: its script asks for that. `nonce` lets this script and this style run, and no other. */
export const reviewPage = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review of alerts</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>Review of alerts</h1>
<span><progress id="progress" value="0" max="1" aria-label="judged alerts"></progress> <span id="count"></span></span>
<span id="place"></span>
<label>Rule <select id="rule"><option value="">all</option></select></label>
<label><input type="checkbox" id="open"> only what is not judged</label>
<span class="faint">Reviewer: <span id="reviewer"></span></span>
</header>
<p id="failure" role="alert" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
<main>
<section aria-labelledby="text-heading">
<h2 id="text-heading">Report <span class="faint" id="where"></span></h2>
<p id="cut" hidden>Only what stands around the words is shown of this very long text.</p>
<div id="text" tabindex="0" role="region" aria-label="Report"></div>
</section>
<section id="alert" tabindex="-1" aria-labelledby="message">
<p><span class="severity" id="severity"></span> <code id="rule-id"></code> · <span id="said"></span></p>
<h2 id="message"></h2>
<div class="actions">
${buttons}
</div>
<label for="note">Note</label>
<textarea id="note" maxlength="2000"></textarea>
<div id="related-part" hidden><h3>Related</h3><ul id="related"></ul></div>
<div id="fix-part" hidden><h3>Fix</h3><ul id="fixes"></ul></div>
<h3>The rule</h3>
<p id="title"></p>
<p id="because"></p>
<p id="source-part" class="faint" hidden>Source: <span id="source"></span></p>
<details id="example-part" hidden><summary>Examples</summary><ul id="examples"></ul></details>
</section>
</main>
<dialog id="help" aria-labelledby="help-heading">
<h2 id="help-heading">Keys</h2>
<ul>
${KEYS.map(([key, what]) => `<li><kbd>${key}</kbd> ${what}</li>`).join('\n')}
</ul>
<p><label><input type="checkbox" id="keys" checked> single keys work outside of fields</label></p>
<p>Each decision is kept at once in the file beside the archive. What others decided is not shown: a second opinion is worth more where it does not know the first. Nothing leaves this machine.</p>
<button type="button" id="close">Close</button>
</dialog>
<script nonce="${nonce}">${PAGE_SCRIPT.replaceAll('</', '<\\/')}</script>
</body>
</html>
`;
