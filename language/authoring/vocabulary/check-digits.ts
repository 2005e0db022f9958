/** Why a code cannot be one of its system, by its check digit; null where it may be one, or the system has none. */
export function checkDigitProblem(system: string, code: string): string | null {
  if (system === 'snomed' && /^[0-9]{6,18}$/.test(code) && !isVerhoeff(code)) return 'is no SNOMED CT concept: its check digit is wrong';
  if (system === 'loinc' && /^[0-9]{1,7}-[0-9]$/.test(code) && !isModulo10(code.replace('-', '')))
    return 'is no LOINC code: its check digit is wrong';
  return null;
}

/** Luhn's scheme: every second digit from the right, the check digit left out, counts twice. */
function isModulo10(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const twice = i % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** Verhoeff's scheme, over the dihedral group of order ten. */
function isVerhoeff(digits: string): boolean {
  let c = 0;
  [...digits].reverse().forEach((digit, i) => {
    let d = Number(digit);
    for (let n = 0; n < i % 8; n++) d = Number('1576283094'[d]);
    c = times(c, d);
  });
  return c === 0;
}

/** The product in the dihedral group: 0 to 4 are turns, 5 to 9 are flips. */
function times(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
}
