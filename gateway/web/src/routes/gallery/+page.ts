import { error } from '@sveltejs/kit';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  if (__GALLERY__) {
    await parent();
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
