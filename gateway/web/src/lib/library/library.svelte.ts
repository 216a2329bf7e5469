import type { OwnMedium } from '$lib/contract';
import { refusalOf, type RestRefusal } from '$lib/net/http';
import { allMedia, listMedia, type MediaFilter } from '$lib/net/media';

/** Typing asks once, after its last key. */
const pauseMs = 250;

/** One's media, as far as they were read, the last uploaded first. */
export class Library {
  filter = $state.raw<MediaFilter>(allMedia);
  /** Null until the first ones are there. */
  media = $state.raw<readonly OwnMedium[] | null>(null);
  hasMore = $state(false);
  keptBytes = $state(0);
  quotaBytes = $state(0);
  busy = $state(false);
  refusal = $state.raw<RestRefusal | null>(null);

  #pages = 0;
  /** Ends a request for a list that is no longer wanted. */
  #listing = new AbortController();
  #pausing: ReturnType<typeof setTimeout> | undefined;

  /** Reads the list from its beginning. */
  async refresh(): Promise<void> {
    clearTimeout(this.#pausing);
    await this.#read(0);
  }

  more = (): Promise<void> => this.#read(this.#pages);

  narrow = (filter: MediaFilter): void => {
    const isTyping = filter.search !== this.filter.search && filter.search !== '';
    this.filter = filter;
    clearTimeout(this.#pausing);
    this.#pausing = setTimeout(() => void this.refresh(), isTyping ? pauseMs : 0);
  };

  stop(): void {
    clearTimeout(this.#pausing);
    this.#listing.abort();
  }

  async #read(page: number): Promise<void> {
    this.#listing.abort();
    const { signal } = (this.#listing = new AbortController());
    this.busy = true;
    this.refusal = null;
    try {
      const read = await listMedia(this.filter, page, signal);
      if (signal.aborted) return;
      this.media = page === 0 ? read.media : [...(this.media ?? []), ...read.media];
      this.#pages = page + 1;
      this.hasMore = read.hasMore;
      this.keptBytes = read.keptBytes;
      this.quotaBytes = read.quotaBytes;
    } catch (error) {
      if (!signal.aborted) this.refusal = refusalOf(error);
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }
}
