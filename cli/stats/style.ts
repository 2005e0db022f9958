/** Blue and vermilion with their darker and lighter shades are told apart with every kind of colour vision, and as greys. */
const LIGHT =
  '--page: #fff; --ink: #1f2328; --faint: #57606a; --grid: #d0d7de; --errors: #a63c00; --warnings: #0072b2; --reports: #32607f;';
const DARK =
  '--page: #16191d; --ink: #e6e6e6; --faint: #a9b1ba; --grid: #3d444d; --errors: #ff9d5c; --warnings: #56b4e9; --reports: #8fb9d6;';

/** The style of the page of statistics. */
export const STATS_STYLE = `
:root { color-scheme: light dark; ${LIGHT} font: 15px/1.5 system-ui, sans-serif; }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
@media screen and (forced-colors: active) {
  :root { --page: Canvas; --ink: CanvasText; --faint: CanvasText; --grid: GrayText; --errors: Highlight; --warnings: LinkText; --reports: CanvasText; }
  svg { forced-color-adjust: none; }
}
body { margin: 0; background: var(--page); color: var(--ink); }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; border-top: 1px solid var(--grid); padding-top: 1rem; margin-top: 2rem; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1rem 0; }
.figures div { display: flex; flex-direction: column-reverse; } .figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
.figures dt, .note, figcaption, small { color: var(--faint); }
figure { margin: 1rem 0; break-inside: avoid; } svg { width: 100%; height: auto; display: block; } figcaption { font-size: .9rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .75rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: right; padding: .2rem .75rem; border-bottom: 1px solid var(--grid); vertical-align: top; font-weight: 400; }
th:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere; } thead th { font-weight: 600; vertical-align: bottom; }
summary { cursor: pointer; } :focus-visible { outline: 2px solid var(--warnings); outline-offset: 2px; }
@media print {
  :root { color-scheme: light; font-size: 11px; } main { max-width: none; padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; }
  thead { display: table-header-group; } summary { display: none; } details::details-content { content-visibility: visible; } .table { overflow: visible; }
}
`;
