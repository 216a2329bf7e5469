import type { Award } from '$lib/contract';

/** When to ask for an award after the end of a game: what it brings is derived a moment later. */
const pausesMs = [300, 700, 1_500, 3_000, 6_000, 12_000];

/**
 * What a game brought, as soon as it is known. Null if the game does not count, or if it is not known for long: the profile shows it then.
 * @param read Asks once.
 * @param wait Lets time pass.
 */
export async function awarded(
  read: () => Promise<Award | null>,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Award | null> {
  for (const pause of pausesMs) {
    await wait(pause);
    const award = await read();
    if (award) return award;
  }
  return null;
}
