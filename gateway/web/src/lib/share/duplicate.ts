import { gameLimits, type QuizDocument } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { createQuiz } from '$lib/net/api';

/** A quiz of one's own with the same questions. */
export async function duplicateQuiz(document: QuizDocument): Promise<void> {
  const title = t().host.copyTitle(document.title);
  await createQuiz({ ...document, title: title.length <= gameLimits.maxTitleLength ? title : document.title });
}
