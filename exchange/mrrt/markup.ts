/** Text between tags; what XML has no letter for is U+FFFD. */
export const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(NO_XML, '\ufffd')
    .replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'));

/** Control characters, and the line ends of word processors, which readers of HTML and XML turn into others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** Whether text has something that `escaped` does not keep. */
export const isBroken = (words: string): boolean => !words.isWellFormed() || words.search(NO_XML) >= 0;

export type Attributes = Readonly<Record<string, string | null>>;

/** A start tag; attributes that are null are left out. Names and values are written so that readers of XML take them too. */
export const tag = (name: string, attributes: Attributes = {}, isEmpty = false): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${quoted(value)}"`))
    .join('')}${isEmpty ? ' /' : ''}>`;

const quoted = (value: string): string =>
  escaped(value)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** An element around markup. */
export const element = (name: string, attributes: Attributes, inside: string): string => `${tag(name, attributes)}${inside}</${name}>`;
