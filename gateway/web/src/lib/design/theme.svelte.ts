import { browserStore } from '$lib/game/storage';
import { storedTheme, themeKey, type Theme } from './stored-theme';

const asksForDark = matchMedia('(prefers-color-scheme: dark)');

const systemTheme = (): Theme => (asksForDark.matches ? 'dark' : 'light');

let shown = $state<Theme>(storedTheme() ?? systemTheme());

/** The theme on the screen. */
export const theme = (): Theme => shown;

/** Shows a theme from now on. One that the system asks for anyway is not kept: the browser follows the system then. */
export function chooseTheme(next: Theme): void {
  shown = next;
  if (next === systemTheme()) {
    browserStore.forget(themeKey);
    delete document.documentElement.dataset.theme;
  } else {
    browserStore.write(themeKey, next);
    document.documentElement.dataset.theme = next;
  }
}

asksForDark.addEventListener('change', () => (shown = storedTheme() ?? systemTheme()));
