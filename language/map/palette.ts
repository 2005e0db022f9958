/** One colour of the map: on white paper, on a dark page, and what the editor's theme calls it. */
interface Colour {
  readonly light: string;
  readonly dark: string;
  readonly theme: string;
}

const PALETTE = {
  page: { light: '#ffffff', dark: '#1f1f1f', theme: '--vscode-editor-background' },
  ink: { light: '#1f2328', dark: '#e6e6e6', theme: '--vscode-editor-foreground' },
  faint: { light: '#57606a', dark: '#a9b1ba', theme: '--vscode-descriptionForeground' },
  bone: { light: '#f0ece2', dark: '#3b3d40', theme: '--emh-bone' },
  edge: { light: '#8c8478', dark: '#85888d', theme: '--emh-edge' },
  disc: { light: '#c9dbe8', dark: '#33505f', theme: '--emh-disc' },
  csf: { light: '#e3eef7', dark: '#22384a', theme: '--emh-csf' },
  cord: { light: '#d8b25c', dark: '#c9a65a', theme: '--emh-cord' },
  mass: { light: '#8250df', dark: '#b58cf0', theme: '--vscode-charts-purple' },
  narrowing: { light: '#bc4c00', dark: '#e08a4c', theme: '--vscode-charts-orange' },
  compression: { light: '#cf222e', dark: '#f4605a', theme: '--vscode-charts-red' },
  marrow: { light: '#0969da', dark: '#5aa7f5', theme: '--vscode-charts-blue' },
  rib: { light: '#1a7f37', dark: '#4fb86a', theme: '--vscode-charts-green' },
  other: { light: '#57606a', dark: '#a9b1ba', theme: '--vscode-descriptionForeground' },
  drift: { light: '#9a6700', dark: '#d9a520', theme: '--vscode-editorWarning-foreground' },
} as const satisfies Readonly<Record<string, Colour>>;

type Name = keyof typeof PALETTE;
export type Tone = 'mass' | 'narrowing' | 'compression' | 'marrow' | 'rib' | 'other';

/** Those that fill with lines aslant. */
export const HATCHED: readonly Tone[] = ['marrow', 'compression'];
const TONES: readonly Tone[] = ['mass', 'narrowing', 'compression', 'marrow', 'rib', 'other'];

/** The style of a map that stands alone: literal colours, because not every viewer knows variables; a dark page where that is asked for, black on white in print. */
export const standaloneStyle = (): string =>
  [
    rules((name) => PALETTE[name].light),
    `@media screen and (prefers-color-scheme: dark) { ${colours((name) => PALETTE[name].dark)} }`,
    `@media print { ${colours(inPrint)} }`,
  ].join('\n');

/** The style of a map inside an editor, in the colours of its theme. `--emh-*` follow the kind of theme. */
export const themedStyle = (): string => {
  const own = (Object.keys(PALETTE) as Name[]).filter((name) => PALETTE[name].theme.startsWith('--emh-'));
  const set = (shade: 'light' | 'dark'): string => own.map((name) => `${PALETTE[name].theme}: ${PALETTE[name][shade]};`).join(' ');
  return [
    `:root { ${set('light')} }`,
    `body.vscode-dark { ${set('dark')} }`,
    'body.vscode-high-contrast { --emh-bone: var(--vscode-editor-background, #000000); --emh-disc: var(--vscode-editor-background, #000000); --emh-csf: var(--vscode-editor-background, #000000); --emh-edge: var(--vscode-contrastBorder, #6fc3df); --emh-cord: var(--vscode-editor-foreground, #ffffff); }',
    rules((name) => `var(${PALETTE[name].theme}, ${PALETTE[name].light})`),
    HIGH_CONTRAST,
    `@media print { ${colours(inPrint)} }`,
    POINTED,
  ].join('\n');
};

/** Black ink and greys: shapes and patterns tell things apart. */
const PRINT: Readonly<Partial<Record<Name, string>>> = {
  page: '#fff',
  bone: '#fff',
  disc: '#ddd',
  csf: '#fff',
  cord: '#ccc',
  edge: '#888',
  faint: '#333',
};
const inPrint = (name: Name): string => PRINT[name] ?? '#000';

const colours = (colour: (name: Name) => string): string =>
  [
    `.page { fill: ${colour('page')}; }`,
    `text { fill: ${colour('ink')}; }`,
    `.faint, text.faint { fill: ${colour('faint')}; }`,
    `.bone { fill: ${colour('bone')}; stroke: ${colour('edge')}; }`,
    `.outline { stroke: ${colour('edge')}; }`,
    `.disc { fill: ${colour('disc')}; stroke: ${colour('edge')}; }`,
    `.csf { fill: ${colour('csf')}; stroke: ${colour('edge')}; }`,
    `.cleared { fill: ${colour('csf')}; } .over { stroke: ${colour('page')}; }`,
    `.cord { fill: ${colour('cord')}; }`,
    `.roots { stroke: ${colour('cord')}; }`,
    `.hollow { fill: ${colour('page')}; }`,
    ...TONES.map(
      (tone) =>
        `.${tone} .solid { fill: ${colour(tone)}; stroke: ${colour(tone)}; } .${tone} .stroke, .${tone} .area { stroke: ${colour(tone)}; } .${tone} .dot { fill: ${colour(tone)}; }`,
    ),
    ...HATCHED.map((tone) => `.hatch.${tone} path { stroke: ${colour(tone)}; }`),
    `.drift { stroke: ${colour('drift')}; }`,
  ].join('\n');

const rules = (colour: (name: Name) => string): string =>
  [
    'text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: 12px; }',
    '.name { font-weight: 600; } .small { font-size: 10px; } .tiny { font-size: 8.5px; } .title { font-size: 13px; font-weight: 600; }',
    '.middle { text-anchor: middle; } .end { text-anchor: end; }',
    '.bone, .disc, .csf, .outline { stroke-width: 1; stroke-linejoin: round; } .outline, .stroke, .roots { fill: none; }',
    '.roots { stroke-width: 1; } .rib-bone { stroke-width: 3; stroke-opacity: .45; stroke-linecap: round; }',
    '.solid { fill-opacity: .62; stroke-width: 1.4; stroke-linejoin: round; } .full { fill-opacity: 1; } .stroke { stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }',
    '.thick { stroke-width: 5; } .leader { stroke-width: 1; stroke-opacity: .75; } .key { stroke-width: 3.5; stroke-linecap: butt; }',
    '.dashed { stroke-dasharray: 4 3; } .possible .solid { fill-opacity: .12; stroke-dasharray: 3 2.4; } .possible .stroke { stroke-dasharray: 4 3; } .possible .key { stroke-dasharray: 3 3; }',
    '.ungraded { fill-opacity: .12; stroke-dasharray: 2 2; } .area { stroke-width: 1.2; } .thin .area { stroke-width: .6; fill-opacity: .5; } .thin .thick { stroke-width: 2.2; }',
    '.over { stroke-width: 2.6; stroke-linejoin: round; paint-order: stroke; pointer-events: none; } .cleared { stroke: none; }',
    '.hatch path { fill: none; stroke-width: 1.5; } .hatch.possible path { stroke-width: .7; }',
    '.drift { fill: none; stroke-width: 1.4; } .row { fill: none; stroke: none; } .frame { fill: none; stroke: none; stroke-width: 1.5; }',
    colours(colour),
  ].join('\n');

const HIGH_CONTRAST =
  'body.vscode-high-contrast .solid:not(.full) { fill-opacity: .35; } body.vscode-high-contrast .rib-bone { stroke-width: 1.2; stroke-opacity: .7; }';

/** What a pointer or a keyboard can choose. */
const POINTED = [
  '.lit > .frame, .finding:focus-visible > .frame { stroke: var(--vscode-focusBorder, #0969da); }',
  '.level.lit > .row { fill: var(--vscode-focusBorder, #0969da); fill-opacity: .14; }',
  // Filled, not framed: a frame would cross the words of labels.
  'body.vscode-high-contrast .level.lit > .row { fill-opacity: .3; }',
  '.level { cursor: pointer; }',
  '.finding { cursor: pointer; outline: none; }',
  '.finding:hover > .frame { stroke: currentColor; stroke-opacity: .5; }',
  '.finding:focus-visible > .frame { stroke-width: 2.5; }',
].join('\n');
