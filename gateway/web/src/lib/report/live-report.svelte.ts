import type { ProblemCode, ReportReply } from '$lib/contract';
import { codeOf } from '$lib/net/http';
import type { SeenReport } from '$lib/net/reports';

/** How often a running game is asked about while its page is looked at. A reply to an unchanged report is some bytes. */
const pauseMs = 5_000;

type Read = (seen: string | null, signal: AbortSignal) => Promise<SeenReport | null>;

/** A report that follows its game until that is over. */
export class LiveReport {
  report = $state.raw<ReportReply | null>(null);
  refusal = $state<ProblemCode | null>(null);
  readonly #read: Read;
  readonly #stop = new AbortController();
  #etag: string | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;

  constructor(read: Read) {
    this.#read = read;
  }

  /** Begins; and again when the page is looked at again. */
  async refresh(): Promise<void> {
    clearTimeout(this.#waiting);
    if (this.#isReading || this.#stop.signal.aborted || document.visibilityState === 'hidden') return;
    this.#isReading = true;
    try {
      const seen = await this.#read(this.#etag, this.#stop.signal);
      if (seen) {
        this.report = seen.report;
        this.#etag = seen.etag;
      }
      this.refusal = null;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.refusal = codeOf(error);
      // Gone, or no longer this host's to see.
      if (this.refusal === 'unknownSession') [this.report, this.#etag] = [null, null];
    } finally {
      this.#isReading = false;
    }
    const continues = this.report === null ? this.refusal === 'unavailable' : !this.report.isOver;
    if (continues && !this.#stop.signal.aborted) this.#waiting = setTimeout(() => void this.refresh(), pauseMs);
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#waiting);
  }
}
