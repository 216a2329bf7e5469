import type { ExportLoss, ExportLosses, QuestionType } from '$lib/contract';

/** What a file lacks, in the order in which an author reads it. */
export interface LossSummary {
  /** Types of which questions are left out, with how many. */
  leftOut: readonly { type: QuestionType; count: number }[];
  /** Members that are lost or changed, over all types, the most frequent first. */
  changed: readonly MemberLoss[];
  /** Media that the file names and does not hold: of how many questions. */
  referenced: number;
  /** Members with texts that are longer than the format's programs take. */
  tooLong: readonly MemberLoss[];
}

export interface MemberLoss {
  member: string;
  count: number;
}

export function summaryOf({ losses }: ExportLosses): LossSummary {
  const of = (kind: ExportLoss['kind']) => losses.filter((loss) => loss.kind === kind);
  return {
    leftOut: of('leftOut').flatMap(({ type, count }) => (type ? [{ type, count }] : [])),
    changed: byMember(of('changed')),
    referenced: of('referenced').reduce((sum, loss) => sum + loss.count, 0),
    tooLong: byMember(of('tooLong')),
  };
}

function byMember(losses: readonly ExportLoss[]): MemberLoss[] {
  const counts = new Map<string, number>();
  for (const { member, count } of losses) if (member) counts.set(member, (counts.get(member) ?? 0) + count);
  return [...counts].map(([member, count]) => ({ member, count })).sort((one, other) => other.count - one.count);
}
