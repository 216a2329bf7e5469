/** The texts of the page that shows a game by its screen link. */
export const watchTexts = () => ({
  title: 'Watch a game',
  gone: 'This link no longer works.',
  goneText: 'The host has withdrawn it, or the game is no longer kept.',
  full: 'Too many people are watching this game.',
  fullText: 'Reload the page in a moment: someone may have left.',
  connecting: 'Connecting to the game',
});

export type WatchTexts = ReturnType<typeof watchTexts>;
