import { loadEditorTexts } from '$lib/author/texts.svelte';
import { loadExportTexts } from './texts.svelte';

/** The dialog and the texts that it shows. */
export async function loadExportDialog() {
  const [module] = await Promise.all([import('./ExportDialog.svelte'), loadExportTexts(), loadEditorTexts()]);
  return module;
}
