import { loadReportTexts } from '$lib/report/texts.svelte';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadReportTexts();
};
