import { load as loadTexts } from '$lib/homework/page';

type Load = Parameters<typeof loadTexts>[0] & { url: URL };

export const load = async (event: Load) => {
  await loadTexts(event);
  return { quizId: event.url.searchParams.get('quiz') ?? '', title: event.url.searchParams.get('title') ?? '' };
};
