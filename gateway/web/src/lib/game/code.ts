/** Join codes: six symbols of Crockford's base 32, read as forgivingly as the server does. */
export const codeLength = 6;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The symbols of what a person typed so far, in canonical form; what cannot be in a code is left out. */
export function codeSymbols(typed: string): string {
  return [...typed.toUpperCase()]
    .map((character) => lookalikes[character] ?? character)
    .filter((symbol) => alphabet.includes(symbol))
    .join('')
    .slice(0, codeLength);
}

/** The canonical code, or null if this is none. */
export function parseCode(typed: string): string | null {
  const symbols = [...typed.toUpperCase()]
    .filter((character) => !/[\s-]/.test(character))
    .map((character) => lookalikes[character] ?? character);
  return symbols.length === codeLength && symbols.every((symbol) => alphabet.includes(symbol))
    ? symbols.join('')
    : null;
}

/** XXX-XXX, as it is shown and typed. */
export function formatCode(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}
