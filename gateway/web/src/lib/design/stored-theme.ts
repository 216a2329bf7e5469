import { browserStore } from '$lib/game/storage';

export type Theme = 'light' | 'dark';

export const themeKey = 'arena.theme';

/** The theme chosen in this browser, or null. */
export function storedTheme(): Theme | null {
  const text = browserStore.read(themeKey);
  return text === 'light' || text === 'dark' ? text : null;
}
