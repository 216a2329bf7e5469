import type { SeatView, StandingLine } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';

/** Whether anyone has points: else there is nothing to celebrate. */
export const hasPoints = (lines: readonly StandingLine[]): boolean => lines.some((line) => line.score > 0);

/** A player's place and points in the end; without points the place is not worth telling. */
export const finalLine = (seat: SeatView): string =>
  seat.score > 0 ? t().podium.you(t().result.rank(seat.rank), t().result.score(seat.score)) : t().result.score(0);
