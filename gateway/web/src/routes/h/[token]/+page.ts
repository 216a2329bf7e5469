import { load as loadTexts } from '$lib/homework/page';

type Load = Parameters<typeof loadTexts>[0] & { params: { token: string } };

export const load = async (event: Load) => {
  await loadTexts(event);
  return { token: event.params.token };
};
