// How long each key takes until what it changed is painted: by the page's own clock, and by the browser's Event Timing.
(() => {
  const typing = { painted: [], events: [] };
  window.typing = typing;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Control') return;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => typing.painted.push(performance.now() - timeStamp);
        painted.port2.postMessage(null);
      });
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { name, duration, processingStart, processingEnd } of list.getEntries())
      if (name === 'keydown' || name === 'keypress' || name === 'input')
        typing.events.push({ duration, work: processingEnd - processingStart });
  }).observe({ type: 'event', durationThreshold: 16 });
})();
