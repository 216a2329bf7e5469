/** What stands beside a name: a face drawn from it, the same on every screen. */
export interface Avatar {
  /** One of the answer colours. */
  colour: number;
  eyes: number;
  mouth: number;
  ears: number;
}

/** FNV-1a: small differences between names make different faces. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of text.normalize('NFKC').toLowerCase())
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mixed ^ (mixed >>> 15);
}

export const faces = { colours: 8, eyes: 4, mouths: 4, ears: 4 };

export function avatarOf(name: string): Avatar {
  const mixed = hash(name) >>> 0;
  return {
    colour: mixed % faces.colours,
    eyes: (mixed >>> 3) % faces.eyes,
    mouth: (mixed >>> 7) % faces.mouths,
    ears: (mixed >>> 11) % faces.ears,
  };
}
