import { error } from '@sveltejs/kit';

export const load = async () => {
  if (__GALLERY__) return { Gallery: (await import('$lib/gallery/Gallery.svelte')).default };
  error(404);
};
