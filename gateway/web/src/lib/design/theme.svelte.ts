import { StoredValue } from '$lib/game/storage';

export type Theme = 'light' | 'dark';

/** The theme chosen in this browser; without one it follows the system's. */
const chosen = new StoredValue<Theme>('arena.theme', (value): value is Theme => value === 'light' || value === 'dark');

let shown = $state<Theme>('light');

const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function show(): void {
  const own = chosen.get();
  shown = own ?? systemTheme();
  if (own) document.documentElement.dataset.theme = own;
  else delete document.documentElement.dataset.theme;
}

/** The theme on the screen. */
export const theme = (): Theme => shown;

/** Shows a theme from now on. What the system asks for anyway is not kept: the browser follows the system then. */
export function chooseTheme(next: Theme): void {
  if (next === systemTheme()) chosen.clear();
  else chosen.set(next);
  show();
}

/** Shows the theme of this browser, and follows the system's where none was chosen. */
export function followTheme(): void {
  show();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
}
