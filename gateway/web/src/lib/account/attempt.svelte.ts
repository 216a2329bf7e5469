import type { ProblemCode } from '$lib/contract';
import { codeOf } from '$lib/net/http';

/** Done if there is no code. */
export interface Outcome {
  code: ProblemCode | null;
}

/** A request to the server, one at a time, and its last result. */
export class Attempt {
  busy = $state(false);
  outcome = $state.raw<Outcome | null>(null);

  get refusal(): ProblemCode | null {
    return this.outcome?.code ?? null;
  }

  /** Whether it was done. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.outcome = null;
    try {
      await work();
      this.outcome = { code: null };
      return true;
    } catch (error) {
      this.outcome = { code: codeOf(error) };
      return false;
    } finally {
      this.busy = false;
    }
  }
}
