/** Text as it may stand in an element or a quoted attribute of HTML and XML; what XML cannot hold at all becomes U+FFFD. */
export const escapeMarkup = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

// Control characters but tab and line breaks, and the two that are no characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Attributes of an element; null and false leave one out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element of HTML or XML. Attribute values are escaped; `content` is markup already. */
export function element(name: string, attributes: Attributes, content = '', isVoid = false): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null || value === false ? '' : ` ${key}="${value === true ? '' : escapeMarkup(String(value))}"`,
  );
  return isVoid ? `<${name}${written.join('')}>` : `<${name}${written.join('')}>${content}</${name}>`;
}
