import type { PhaseView, SessionView } from '$lib/contract';
import { hiddenAt, instantsOf } from '$lib/game/finale';
import { podiumSteps } from '$lib/game/podium-steps';
import type { Clock } from './now.svelte';
import { watch } from './watch.svelte';

/** Follows a finale for as long as the component that made it is shown. */
export class FinaleProgress {
  /** How many of the first places are hidden now. */
  hidden = $state(0);

  constructor(session: () => SessionView, clock: () => Clock) {
    const instants = (phase: PhaseView) =>
      phase.kind === 'podium' && phase.finale ? instantsOf(podiumSteps(session(), phase), phase.finale) : [];
    watch(
      () => instants(session().phase).join(),
      () => {
        const times = instants(session().phase);
        let timer = 0;
        const step = () => {
          const now = clock().now();
          this.hidden = hiddenAt(times, now);
          const next = Math.min(...times.filter((instant) => instant > now));
          if (Number.isFinite(next)) timer = window.setTimeout(step, next - now);
        };
        step();
        return () => clearTimeout(timer);
      },
    );
  }
}
