import { error } from '@sveltejs/kit';
import { language, rewriteTexts, useLanguage } from '$lib/i18n/index.svelte';

export const load = async ({ parent, url }: { parent: () => Promise<unknown>; url: URL }) => {
  if (__GALLERY__) {
    await parent();
    if (url.searchParams.has('pseudo')) await usePseudoTexts();
    const [{ default: Gallery }, { loadParts }] = await Promise.all([
      import('$lib/gallery/Gallery.svelte'),
      import('$lib/gallery/parts'),
      // What pages fetch later is shown at once here.
      import('$lib/host/HostWindow.svelte'),
      import('$lib/host/GameReport.svelte'),
    ]);
    await loadParts();
    return { Gallery };
  }
  error(404);
};

/** Longer texts, on screens that are read from right to left. */
async function usePseudoTexts() {
  const { pseudo } = await import('$lib/gallery/pseudo');
  rewriteTexts(pseudo);
  await useLanguage(language());
  document.documentElement.dir = 'rtl';
}
