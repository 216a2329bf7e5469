import type { QuestionReport } from '$lib/contract';

export type NoDiscrimination = 'all' | 'none' | 'equal';

/** Why a question has no discrimination: there is nothing that it could tell apart. */
export function whyNoDiscrimination({ counts }: Pick<QuestionReport, 'counts'>): NoDiscrimination {
  if (counts.right === 0) return 'none';
  return counts.right === counts.asked ? 'all' : 'equal';
}
