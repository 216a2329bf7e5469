import { load as loadTexts } from '$lib/homework/page';

type Load = Parameters<typeof loadTexts>[0] & { params: { id: string } };

export const load = async (event: Load) => {
  await loadTexts(event);
  return { id: event.params.id };
};
