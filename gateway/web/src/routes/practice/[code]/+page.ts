import { load as loadTexts } from '$lib/homework/page';

type Load = Parameters<typeof loadTexts>[0] & { params: { code: string } };

export const load = async (event: Load) => {
  await loadTexts(event);
  return { code: event.params.code };
};
