import { multipleChoiceDraft, pollDraft, singleChoiceDraft, trueFalseDraft } from './choice/draft';
import type { DraftType, DraftTypeTable } from './draft-type';
import { matchDraft } from './match/draft';
import { numberDraft, sliderDraft } from './number/draft';
import { openTextDraft } from './open/draft';
import { orderDraft } from './order/draft';
import { pinDraft } from './pin/draft';
import { ratingDraft } from './rating/draft';
import { slideDraft } from './slide/draft';
import { typedDraft } from './typed/draft';
import { wordCloudDraft } from './words/draft';
import type { QuestionType } from '$lib/contract';

const table: DraftTypeTable = {
  singleChoice: singleChoiceDraft,
  trueFalse: trueFalseDraft,
  multipleChoice: multipleChoiceDraft,
  poll: pollDraft,
  typedAnswer: typedDraft,
  number: numberDraft,
  slider: sliderDraft,
  order: orderDraft,
  match: matchDraft,
  pin: pinDraft,
  rating: ratingDraft,
  wordCloud: wordCloudDraft,
  openText: openTextDraft,
  slide: slideDraft,
};

/** The meaning of drafts, by type. Each entry is given questions and documents of its own type. */
export const draftTypes = table as unknown as Readonly<Record<QuestionType, DraftType>>;
