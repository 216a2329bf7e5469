import type { NextMedium } from '$lib/contract';
import { coming } from './sources';

/** All browsers of a game learn of its next media at once: each begins after a time of its own, so that their server is not asked by all together. */
const spreadMs = 1_000;

/** Loads media before they are shown. */
export class Prefetch {
  readonly #load: (url: string, medium: NextMedium) => void;
  readonly #known = new Set<string>();

  constructor(load = loadInto) {
    this.#load = load;
  }

  /** Loads those that are new. Returns how to stop waiting. */
  next(media: readonly NextMedium[]): () => void {
    const added = media.map((medium) => ({ medium, url: coming(medium) })).filter(({ url }) => !this.#known.has(url));
    if (added.length === 0) return () => undefined;
    const timer = setTimeout(() => {
      for (const { medium, url } of added) {
        this.#known.add(url);
        this.#load(url, medium);
      }
    }, Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }
}

/** Into the browser's cache: the server marks media as immutable. */
function loadInto(url: string, { kind }: NextMedium): void {
  if (kind === 'picture') new Image().src = url;
  // What cannot be loaded now is loaded when it is shown.
  else void fetch(url, { priority: 'low' }).catch(() => undefined);
}
