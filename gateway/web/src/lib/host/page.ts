import { error } from '@sveltejs/kit';
import { parseCode } from '$lib/game/code';
import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';

interface Page {
  parent: () => Promise<unknown>;
  params: { code: string };
}

/** What the screens of a game's host need before they are shown. */
export async function loadGame({ parent, params }: Page): Promise<{ code: string }> {
  const code = parseCode(params.code) ?? error(404);
  // First the language.
  await parent();
  await loadConsoleTexts();
  return { code };
}
