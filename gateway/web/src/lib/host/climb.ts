import type { StandingLine } from '$lib/contract';

const ms = 900;

/**
 * From how many rows below its place each line comes, by seat; negative from above. One that was not among the lines comes from below the last.
 */
export function rowsMoved(lines: readonly Pick<StandingLine, 'seat' | 'previousRank'>[]): Map<number, number> {
  return new Map(
    lines.map(({ seat, previousRank }, place) => [
      seat,
      Math.min((previousRank ?? Infinity) - 1, lines.length) - place,
    ]),
  );
}

/** Lets the lines of a ranking climb and fall from where they stood before. Moves nothing for those who want no motion. */
export function climb(ranking: HTMLElement, lines: readonly StandingLine[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || !lines.some((line) => line.previousRank != null))
    return;
  const moved = rowsMoved(lines);
  for (const item of ranking.querySelectorAll<HTMLElement>('[data-seat]')) {
    const rows = moved.get(Number(item.dataset.seat)) ?? 0;
    // A row and the gap of Ranking.svelte: nothing has to be measured.
    if (rows !== 0)
      item.animate([{ transform: `translateY(calc(${rows} * (100% + 0.4em)))` }, { transform: 'none' }], {
        duration: ms,
        delay: 300,
        fill: 'backwards',
        easing: 'cubic-bezier(0.3, 0, 0.2, 1)',
      });
  }
}
