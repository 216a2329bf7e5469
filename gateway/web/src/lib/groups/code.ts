/** A group's code as people read it: in two halves. */
export const codeInHalves = (code: string): string =>
  `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;

/** Where a group is joined. After the #, a code is in no server's log. */
export const joinLink = (origin: string, code: string): string => `${origin}/groups#${code}`;
