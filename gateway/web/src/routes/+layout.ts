import { useBrowserLanguage } from '$lib/i18n/index.svelte';

// One page for everything: the server sends files and the browser does the rest.
export const ssr = false;
export const prerender = false;

export const load = () => useBrowserLanguage();
