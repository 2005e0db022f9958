/**
 * Lower case and plain twins, code unit for code unit, so that every offset stays true to the original:
 * dashes, multiplication signs, curly quotes, no-break spaces and full-width digits become ASCII, accents go.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.replace(BEYOND_ASCII, foldUnit);
  const lower = plain.toLowerCase();
  return lower.length === text.length ? lower : Array.from({ length: plain.length }, (_, i) => foldUnit(plain[i] ?? '')).join('');
}

const BEYOND_ASCII = /[^\0-\x7f]/g;
const ASCII = /^[\0-\x7f]*$/;

const TWINS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u200b': ' ',
  '\u3000': ' ',
  '\ufeff': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u00ad': '-',
  '\u00d7': 'x',
  '\u2715': 'x',
  '\u2217': '*',
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2026': '.',
  '\u00b7': '-',
  '\u2022': '-',
  '\u25cf': '-',
  '\u25aa': '-',
  '\u2265': '>',
  '\u2264': '<',
};

function foldUnit(unit: string): string {
  if (unit <= '\x7f') return unit.toLowerCase();
  const twin = TWINS[unit];
  if (twin !== undefined) return twin;
  if (unit >= '\uff01' && unit <= '\uff5e') return String.fromCharCode(unit.charCodeAt(0) - 0xfee0).toLowerCase();
  const base = unit.normalize('NFD')[0] ?? unit;
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower : ' ';
}
