import { watch } from './watch.svelte';

/** A source of the server's time. */
export interface Clock {
  now(): number;
}

/** The time, frame by frame, for as long as the component that made it is shown. */
export class Ticker {
  now = $state(0);

  constructor(clock: () => Clock) {
    this.now = clock().now();
    watch(clock, (source) => {
      let frame = 0;
      const tick = () => {
        this.now = source.now();
        frame = requestAnimationFrame(tick);
      };
      tick();
      return () => cancelAnimationFrame(frame);
    });
  }
}
