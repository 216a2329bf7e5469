import { loadEditorTexts } from '$lib/author/texts.svelte';
import { loadQuizTexts } from '$lib/i18n/quiz-texts.svelte';

export const load = async ({ params, parent }: { params: { id: string }; parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  const [{ default: EditorScreen }] = await Promise.all([
    import('$lib/author/EditorScreen.svelte'),
    loadEditorTexts(),
    loadQuizTexts(),
  ]);
  return { id: params.id, EditorScreen };
};
