/** How often the sizes between the least and the most are halved: each look is a layout of the page. */
const halvings = 6;

export interface FitRange {
  least: number;
  most: number;
}

/** The largest size at which the content has its room; the least one if it never has. */
export function largestFit({ least, most }: FitRange, fits: (size: number) => boolean): number {
  if (fits(most)) return most;
  let [small, large] = [least, most];
  for (let step = 0; step < halvings; step++) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  return small;
}

/** The elements designed for a picture of this size, by the phase of the game. Others have their size by themselves. */
const ranges: Record<string, FitRange> = {
  asking: { least: 0.3, most: 1.15 },
  reveal: { least: 0.3, most: 1.15 },
  standings: { least: 0.3, most: 1 },
};

/** The least height of a picture within the screen, so that no text takes all of its room. */
const leastPicture = 0.28;

/** Smaller than this no text becomes for the sake of a long word: then it is broken. */
const leastForWords = 0.55;

function hasRoom(screen: HTMLElement): boolean {
  const root = document.documentElement;
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) return false;
  const medium = screen.querySelector('[data-kind=picture], [data-kind=video]');
  return medium === null || medium.getBoundingClientRect().height >= leastPicture * innerHeight;
}

/** While words are not broken: whether none sticks out of its answer. */
const hasWholeWords = (screen: HTMLElement) =>
  [...screen.querySelectorAll('[data-answer] .label, .stage-prompt')].every(
    (text) => text.scrollWidth <= text.clientWidth,
  );

/** A number that counts on takes no other room. */
const isCount = ({ type, target }: MutationRecord) =>
  type === 'characterData' && target.parentElement?.closest('.numeric') != null;

/**
 * Sets `--fit` of a big screen to the largest size at which its text has room, by measuring it: again when the screen changes, and when parts
 * of a question come later than the rest.
 */
export function fitted(screen: HTMLElement): () => void {
  const use = (size: number) => {
    const text = size.toFixed(3);
    if (screen.style.getPropertyValue('--fit') !== text) screen.style.setProperty('--fit', text);
  };
  const tries = (isGood: () => boolean) => (size: number) => {
    use(size);
    return isGood();
  };
  const fit = () => {
    const range = ranges[screen.dataset.phase ?? ''];
    if (!range) return void screen.style.removeProperty('--fit');
    // A size that is set already costs nothing: mostly the first look is the last.
    screen.classList.add('whole-words');
    let size = largestFit(
      range,
      tries(() => hasWholeWords(screen) && hasRoom(screen)),
    );
    if (size < leastForWords) {
      screen.classList.remove('whole-words');
      size = largestFit(
        range,
        tries(() => hasRoom(screen)),
      );
    }
    use(size);
  };
  // Before the next frame is painted, once for all that changes until then.
  let due = 0;
  const fitSoon = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(fit);
  };
  const changes = new MutationObserver((all) => {
    if (!all.every(isCount)) fitSoon();
  });
  changes.observe(screen, { childList: true, characterData: true, subtree: true });
  // What grows without a change of the page's elements, as by a font or a style that comes late.
  const growth = new ResizeObserver(() => {
    if (!hasRoom(screen)) fitSoon();
  });
  growth.observe(screen);
  addEventListener('resize', fitSoon);
  void document.fonts.ready.then(fitSoon);
  return () => {
    cancelAnimationFrame(due);
    changes.disconnect();
    growth.disconnect();
    removeEventListener('resize', fitSoon);
  };
}
