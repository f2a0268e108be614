// The scripts begin once the drawing is on the screen and the whole page is there, so that neither waits for them.

const afterFirstPaint = (() => {
  const PATIENCE = 300;   // milliseconds; a page in a hidden tab or frame is never painted
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = new Promise((done) => {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, PATIENCE);
  });
  const ready = Promise.all([parsed, painted]);
  return (script) => ready.then(() => setTimeout(script));
})();
