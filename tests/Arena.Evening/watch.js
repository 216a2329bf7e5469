// Runs in every page of the evening: notes phases and reconnection banners, and gives the right answer when it is asked to.
(() => {
  const watched = { phases: [], banners: [], taps: [], isTapping: false };
  window.watched = watched;
  let phase = null;
  let bannerSince = null;
  let last = performance.now();
  let wasOpen = false;
  let openMs = 0;

  const look = () => {
    const now = performance.now();
    const screen = document.querySelector('[data-testid=player], [data-testid=host], [data-testid=projector]');
    const kind = screen?.dataset.phase ?? null;
    const round = screen?.dataset.round === undefined ? null : Number(screen.dataset.round);
    if (phase === null || phase.kind !== kind || phase.round !== round) {
      phase = { atMs: Date.now(), kind, round };
      watched.phases.push(phase);
      wasOpen = false;
      openMs = 0;
    }

    const hasBanner = document.querySelector('[data-testid=reconnecting]') !== null;
    if (hasBanner) bannerSince ??= Date.now();
    else if (bannerSince !== null) {
      watched.banners.push(Date.now() - bannerSince);
      bannerSince = null;
    }

    // The time in which the answer could be given, without pauses: what the points should follow.
    const answer = kind === 'asking' ? document.querySelector(`[data-testid=answer-${round % 4}][aria-disabled=false]`) : null;
    if (wasOpen) openMs += now - last;
    wasOpen = answer !== null;
    last = now;
    if (answer !== null && watched.isTapping && !watched.taps.some((tap) => tap.round === round)) {
      watched.taps.push({ round, ms: openMs });
      answer.click();
    }
  };
  setInterval(look, 25);
})();
