/** How a preview looks: in an editor in the colours of its theme, elsewhere black on white; notes are not printed. */
export const PREVIEW_STYLE = `
body { margin: 0; background: var(--vscode-editor-background, #ffffff); color: var(--vscode-editor-foreground, #1f2328); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.preview { max-width: 42rem; margin: 0 auto; padding: 1.5rem 19.5rem 1.5rem 1.5rem; }
article + article { border-top: 2px solid currentColor; margin-top: 2rem; padding-top: 1rem; }
h2 { font-size: 1.05rem; letter-spacing: .02em; margin: 1.4rem 0 .3rem; }
p { margin: .15rem 0; overflow-wrap: anywhere; }
.item { padding-left: 1.6em; text-indent: -1.6em; }
.mark { display: inline-block; min-width: 1.3em; text-indent: 0; }
/* Notes float out of the text, which goes on as it will be read. */
.block { border-left: 3px solid transparent; padding-left: .6rem; }
.block.lit { border-left-color: var(--vscode-focusBorder, #0969da); }
.notes { float: right; clear: right; width: 16.5rem; margin: .15rem -18rem 0 0; list-style: none; padding: 0; font-size: .82rem; line-height: 1.4; }
.notes li { border-left: 3px solid; padding: 0 0 0 .5rem; margin-bottom: .35rem; }
.notes li.error { border-color: var(--vscode-editorError-foreground, #cf222e); }
.notes li.warning { border-color: var(--vscode-editorWarning-foreground, #9a6700); border-left-style: double; }
.notes li.info, .notes li.hint { border-color: var(--vscode-editorInfo-foreground, #0969da); border-left-style: dotted; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
mark.error { text-decoration-style: wavy; text-decoration-color: var(--vscode-editorError-foreground, #cf222e); }
mark.warning { text-decoration-style: dashed; text-decoration-color: var(--vscode-editorWarning-foreground, #9a6700); }
mark.info, mark.hint { text-decoration-style: dotted; text-decoration-color: var(--vscode-editorInfo-foreground, #0969da); }
@media (max-width: 44rem) { .preview { padding-right: 1.5rem; } .notes { float: none; width: auto; margin: .15rem 0 .15rem 1.6em; } }
@media print {
  body { background: #fff; color: #000; font-size: 11pt; }
  .preview { max-width: none; padding: 0; }
  .notes { display: none; }
  .block { border: 0; padding: 0; }
  mark { text-decoration: none; }
  article + article { break-before: page; border: 0; }
  h2 { break-after: avoid; }
  p { break-inside: avoid; }
}
`;
