import { storedTheme } from '$lib/design/stored-theme';
import { useBrowserLanguage } from '$lib/i18n/index.svelte';

// The texts are fetched beside the page that needs them, not after it. If that fails, the page's own attempt reports it.
useBrowserLanguage().catch(() => undefined);

const theme = storedTheme();
if (theme) document.documentElement.dataset.theme = theme;
