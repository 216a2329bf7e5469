import type { PlayerReport } from '$lib/contract';

/** What became of a question for one player, as the report writes it. */
export type OutcomeLetter = 'r' | 'p' | 'w' | 'a' | 'n' | '-';

/** A column of the matrix that it can be sorted by; a number is the place of a question. */
export type SortColumn = 'rank' | 'name' | 'points' | 'right' | 'none' | 'median' | number;

export interface Sorting {
  column: SortColumn;
  descending: boolean;
}

/** From the best to the worst. */
const order = 'rpawn-';

export const outcomeAt = (player: PlayerReport, question: number): OutcomeLetter =>
  (player.outcomes[question] ?? '-') as OutcomeLetter;

const last = Number.MAX_SAFE_INTEGER;

function compare(first: PlayerReport, second: PlayerReport, column: SortColumn): number {
  switch (column) {
    case 'rank':
      return (first.rank ?? last) - (second.rank ?? last);
    case 'name':
      return first.nickname.localeCompare(second.nickname);
    case 'points':
      return first.score - second.score;
    case 'right':
      return first.counts.right - second.counts.right;
    case 'none':
      return first.counts.none - second.counts.none;
    case 'median':
      return (first.medianMs ?? last) - (second.medianMs ?? last);
    default:
      return (
        order.indexOf(outcomeAt(first, column)) - order.indexOf(outcomeAt(second, column)) ||
        (first.timesMs[column] ?? last) - (second.timesMs[column] ?? last)
      );
  }
}

/** The players by one column; equal ones stay in the order of the report. */
export function sorted(players: readonly PlayerReport[], { column, descending }: Sorting): PlayerReport[] {
  const sign = descending ? -1 : 1;
  return [...players].sort((first, second) => sign * compare(first, second, column));
}

/** What another press of a heading does: what is better the more there is of it is first sorted downwards. */
export const nextSorting = (now: Sorting, column: SortColumn): Sorting =>
  now.column === column
    ? { column, descending: !now.descending }
    : { column, descending: column === 'points' || column === 'right' || column === 'none' };

export interface ScoreBin {
  from: number;
  to: number;
  count: number;
}

const most = 10;
const steps = [1, 2, 5];

/** How many players have how many points: at most ten ranges of a round width. */
export function scoreBins(scores: readonly number[]): ScoreBin[] {
  const top = Math.max(0, ...scores);
  const low = Math.min(0, ...scores);
  if (scores.length === 0) return [];
  let width = 1;
  for (let power = 1; Math.floor(top / width) - Math.floor(low / width) + 1 > most; power *= 10)
    width =
      steps.map((step) => step * power).find((each) => Math.floor(top / each) - Math.floor(low / each) + 1 <= most) ??
      10 * power;
  const first = Math.floor(low / width);
  const bins = Array.from({ length: Math.floor(top / width) - first + 1 }, (_, index) => ({
    from: (first + index) * width,
    to: (first + index + 1) * width - 1,
    count: 0,
  }));
  for (const score of scores) {
    const bin = bins[Math.floor(score / width) - first];
    if (bin) bin.count++;
  }
  return bins;
}
