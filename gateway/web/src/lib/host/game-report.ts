import { loadReportTexts } from '$lib/report/texts.svelte';
import { deferred } from '$lib/ui/deferred';

/** The figures of a game that is over, with their texts: loaded when there is one. */
export const gameReport = deferred(async () => {
  const [module] = await Promise.all([import('./GameReport.svelte'), loadReportTexts()]);
  return module;
});
