import type { ProblemCode } from '$lib/contract';

/** The result of signing in at Twitch. */
export interface TwitchReturn {
  refusal: ProblemCode | null;
}

/**
 * What the address of a page says if it is Twitch that sent the browser there.
 * @param texts Known codes: any page can write an address.
 */
export function twitchReturn(hash: string, texts: Record<ProblemCode, string>): TwitchReturn | null {
  const [word, code] = hash.slice(1).split('=');
  if (word !== 'twitch') return null;
  if (code === undefined) return { refusal: null };
  return { refusal: Object.hasOwn(texts, code) ? (code as ProblemCode) : 'twitchRefused' };
}
