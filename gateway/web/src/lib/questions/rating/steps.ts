import { sum } from '../answers';
import type { TaskOf } from '../views';

/** The labels of the ends of the scale; null between them. */
export function labelOf(task: TaskOf<'rating'>, option: number): string | null {
  if (option === 0) return task.low;
  return option === task.steps - 1 ? task.high : null;
}

/** The mean of all ratings, or null without any. */
export function averageOf(counts: readonly number[]): number | null {
  const total = sum(counts);
  return total > 0 ? sum(counts.map((count, option) => count * (option + 1))) / total : null;
}
