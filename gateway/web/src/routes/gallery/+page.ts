import { error } from '@sveltejs/kit';

export const load = async () => {
  if (__GALLERY__) {
    const [{ default: Gallery }] = await Promise.all([
      import('$lib/gallery/Gallery.svelte'),
      // What pages fetch later is shown at once here.
      import('$lib/host/HostWindow.svelte'),
      import('$lib/host/GameReport.svelte'),
    ]);
    return { Gallery };
  }
  error(404);
};
