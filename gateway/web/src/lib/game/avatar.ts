import { gameLimits } from '$lib/contract';
import { StoredValue } from './storage';

/** What stands beside a name: the face that its player picked, else one drawn from the name; the same on every screen. */
export interface Avatar {
  /** One of the answer colours. */
  colour: number;
  eyes: number;
  mouth: number;
  ears: number;
  /** Around it, unlocked by a level; 0 is none. */
  frame: number;
}

export type Feature = Exclude<keyof Avatar, 'frame'>;

/** How many there are of each; a face is one number that holds them all, the first as its smallest part, and the frame as its largest. */
export const features: Readonly<Record<Feature, number>> = { colour: 8, eyes: 4, mouth: 4, ears: 4 };

const order = Object.keys(features) as Feature[];

/** FNV-1a: small differences between names make different faces. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of text.normalize('NFKC').toLowerCase())
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The face of a name, for a player without a chosen one. */
export const faceOf = (name: string): number => hash(name) % gameLimits.plainFaces;

export function avatarOf(face: number): Avatar {
  const avatar = { colour: 0, eyes: 0, mouth: 0, ears: 0, frame: 0 };
  let rest = face;
  for (const feature of order) {
    avatar[feature] = rest % features[feature];
    rest = Math.floor(rest / features[feature]);
  }
  avatar.frame = rest;
  return avatar;
}

/** The same face with the next of one feature; after the last follows the first. */
export function changed(face: number, feature: Feature): number {
  const avatar = avatarOf(face);
  avatar[feature] = (avatar[feature] + 1) % features[feature];
  return order.reduceRight((sum, each) => sum * features[each] + avatar[each], avatar.frame);
}

/** The same face in another frame. */
export const framed = (face: number, frame: number): number =>
  (face % gameLimits.plainFaces) + frame * gameLimits.plainFaces;

/** What proves to a game which frames the player of this browser may wear. */
export const framePass = new StoredValue<string>(
  'arena.framePass',
  (value): value is string => typeof value === 'string',
);

/** The face that the player picked in this browser. */
export const ownFace = new StoredValue<number>(
  'arena.face',
  (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < gameLimits.faces,
);

/** The same, without a frame that this browser cannot prove any more. */
export function wornFace(): number | null {
  const face = ownFace.get();
  return face === null || framePass.get() !== null ? face : framed(face, 0);
}
