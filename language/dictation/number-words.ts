export const ONES: Readonly<Record<string, number>> = {
  zero: 0,
  nought: 0,
  naught: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};

export const TEENS: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

export const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** `zero point oh five` */
export const DECIMALS: Readonly<Record<string, number>> = { ...ONES, oh: 0, o: 0 };

const OWN = (table: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
export const oneOf = (word: string): number | undefined => OWN(ONES, word);
export const teenOf = (word: string): number | undefined => OWN(TEENS, word);
export const tenOf = (word: string): number | undefined => OWN(TENS, word);
export const decimalOf = (word: string): number | undefined => OWN(DECIMALS, word);
export const isNumberWord = (word: string): boolean => (oneOf(word) ?? teenOf(word) ?? tenOf(word)) !== undefined;
