import { l10n, Uri, type Webview } from 'vscode';

/** The only script of a panel, as the package holds it. */
const SCRIPT = 'dist/browser/panel.js';

/** The page of a panel: empty until the script is told what to show. Nothing is loaded but that script; nothing else runs. */
export function pageOf(webview: Webview, extension: Uri, kind: string, title: string): string {
  const nonce = newNonce();
  const script = webview.asWebviewUri(Uri.joinPath(extension, SCRIPT)).toString();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body data-kind="${kind}">
<main id="content" aria-label="${escaped(title)}"><p>${escaped(l10n.t('Reading the report…'))}</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

const STYLE = `
.spine-map { display: block; width: 100%; max-width: 64rem; height: auto; margin: 0 auto; } .spine-map.tall { max-width: 30rem; }
[data-start] { cursor: pointer; }
[data-start]:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.nothing { padding: 1rem; }
details { margin: 1rem; } summary { cursor: pointer; } details li { margin: .2rem 0; }
`;

/** A translation may hold anything. */
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Unguessable, for one page. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
