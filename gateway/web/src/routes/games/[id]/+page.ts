import { loadModeTexts } from '$lib/i18n/mode-texts.svelte';
import { loadReportTexts } from '$lib/report/texts.svelte';

type Load = { parent: () => Promise<unknown>; params: { id: string } };

export const load = async ({ parent, params }: Load) => {
  // First the language.
  await parent();
  await Promise.all([loadReportTexts(), loadModeTexts()]);
  return { id: params.id };
};
