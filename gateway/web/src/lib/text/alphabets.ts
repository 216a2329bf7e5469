/** The letters of Unicode's mathematical alphabets that stand elsewhere than in their row. */
const alphabets: Readonly<Record<string, { capital: number; small: number; others: string }>> = {
  'double-struck': { capital: 0x1d538, small: 0x1d552, others: 'ℂℍℕℙℚℝℤ' },
  script: { capital: 0x1d49c, small: 0x1d4b6, others: 'ℬℰℱℋℐℒℳℛℯℊℴ' },
  fraktur: { capital: 0x1d504, small: 0x1d51e, others: 'ℭℌℑℜℨ' },
};

/** Latin letters in one of the alphabets: MathML Core knows them as characters, and no longer by an attribute. */
export function inAlphabet(name: string, text: string): string {
  const alphabet = alphabets[name];
  if (!alphabet) return text;
  return text.replace(/[A-Za-z]/g, (letter) => {
    const other = [...alphabet.others].find((sign) => sign.normalize('NFKC') === letter);
    const code = letter.charCodeAt(0);
    return other ?? String.fromCodePoint(code < 97 ? alphabet.capital + code - 65 : alphabet.small + code - 97);
  });
}
