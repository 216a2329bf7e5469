import { loadEditorTexts } from '$lib/author/texts.svelte';

export const load = async ({ params, parent }: { params: { id: string }; parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadEditorTexts();
  return { id: params.id };
};
