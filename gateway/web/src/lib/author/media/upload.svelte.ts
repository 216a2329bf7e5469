import { uploadMedium } from '$lib/net/media';
import { refusalOf, type RestRefusal } from '$lib/net/http';
import { draftMedium, type DraftMedium } from './medium';

/** An upload at a time; another file, or leaving the form, ends the one before. */
export class Upload {
  /** How much is sent, from 0 to 1; null while nothing is. */
  share = $state<number | null>(null);
  refusal = $state.raw<RestRefusal | null>(null);

  #running: AbortController | null = null;

  /** Sends a file. Returns its medium; null if it was refused or stopped. */
  async send(file: Blob): Promise<DraftMedium | null> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.refusal = null;
    this.share = 0;
    try {
      const onprogress = (share: number) => {
        if (!running.signal.aborted) this.share = share;
      };
      const sent = await uploadMedium(file, onprogress, running.signal);
      return running.signal.aborted ? null : draftMedium(sent);
    } catch (error) {
      if (running.signal.aborted) return null;
      this.refusal = refusalOf(error);
      return null;
    } finally {
      if (this.#running === running) {
        this.share = null;
        this.#running = null;
      }
    }
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.share = null;
  }
}
